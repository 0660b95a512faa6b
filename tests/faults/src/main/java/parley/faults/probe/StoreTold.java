package parley.faults.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a node's users were told during a fault of the database.
 *
 * @param lastedSeconds how long the fault lasted
 * @param state the first that was not ok, or empty where none came while it lasted
 * @param afterSeconds from its beginning to that
 */
public record StoreTold(String fault, String node, double lastedSeconds, String state, double afterSeconds) {

    public static List<StoreTold> of(List<Incident> incidents, List<StoreNotice> notices) {
        var told = new ArrayList<StoreTold>();
        for (var incident : incidents) {
            if (!incident.nothingIsStored()) continue;
            for (var node : incident.withoutDatabase().stream().sorted().toList())
                told.add(of(incident, node, notices));
        }
        return told;
    }

    private static StoreTold of(Incident incident, String node, List<StoreNotice> notices) {
        double lasted = (incident.toMillis() - incident.fromMillis()) / 1e3;
        return notices.stream()
                .filter(notice -> notice.node().equals(node) && notice.isTrouble())
                .filter(notice ->
                        notice.atMillis() >= incident.fromMillis() && notice.atMillis() <= incident.toMillis())
                .min(Comparator.comparingLong(StoreNotice::atMillis))
                .map(first -> new StoreTold(
                        incident.fault(),
                        node,
                        lasted,
                        first.state(),
                        (first.atMillis() - incident.fromMillis()) / 1e3))
                .orElseGet(() -> new StoreTold(incident.fault(), node, lasted, "", 0));
    }
}
