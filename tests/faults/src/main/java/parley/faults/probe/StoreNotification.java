package parley.faults.probe;

import java.util.Comparator;
import java.util.List;

/**
 * How the users of a node were notified of a fault of the database.
 *
 * @param lastedSeconds duration of the fault
 * @param state the first that was not ok, or empty if none came during the fault
 * @param afterSeconds from the start of the fault to that state
 */
public record StoreNotification(String fault, String node, double lastedSeconds, String state, double afterSeconds) {

    public static List<StoreNotification> of(List<Incident> incidents, List<StoreFrame> frames) {
        return incidents.stream()
                .filter(Incident::nothingIsStored)
                .flatMap(incident ->
                        incident.withoutDatabase().stream().sorted().map(node -> of(incident, node, frames)))
                .toList();
    }

    private static StoreNotification of(Incident incident, String node, List<StoreFrame> frames) {
        double lasted = (incident.toMillis() - incident.fromMillis()) / 1e3;
        return frames.stream()
                .filter(frame -> frame.node().equals(node) && frame.isTrouble())
                .filter(frame -> frame.atMillis() >= incident.fromMillis() && frame.atMillis() <= incident.toMillis())
                .min(Comparator.comparingLong(StoreFrame::atMillis))
                .map(first -> new StoreNotification(
                        incident.fault(),
                        node,
                        lasted,
                        first.state(),
                        (first.atMillis() - incident.fromMillis()) / 1e3))
                .orElseGet(() -> new StoreNotification(incident.fault(), node, lasted, "", 0));
    }
}
