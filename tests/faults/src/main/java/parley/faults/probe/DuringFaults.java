package parley.faults.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import parley.faults.model.Violation;

/** Holds what the probes saw during faults of the database against what the contract promises without one. */
public final class DuringFaults {

    private static final int TOLD = 8;

    private final List<Incident> incidents;
    private final List<Observation> observations;
    private final List<StoreNotice> notices;
    private final List<Violation> found = new ArrayList<>();

    private DuringFaults(List<Incident> incidents, List<Observation> observations, List<StoreNotice> notices) {
        this.incidents = incidents;
        this.observations = observations;
        this.notices = notices.stream()
                .sorted(Comparator.comparingLong(StoreNotice::atMillis))
                .toList();
    }

    public static List<Violation> check(
            List<Incident> incidents, List<Observation> observations, List<StoreNotice> notices) {
        var during = new DuringFaults(incidents, observations, notices);
        for (var incident : incidents)
            incident.withoutDatabase().stream().sorted().forEach(node -> during.check(incident, node));
        return during.found;
    }

    private void check(Incident incident, String node) {
        for (var ability : Ability.values()) {
            var probes = observations.stream()
                    .filter(each -> each.ability() == ability && each.node().equals(node))
                    .filter(each -> each.isWithin(incident.fromMillis(), incident.toMillis()))
                    .filter(each -> !isImpaired(node, each.atMillis(), each.atMillis() + each.millis()))
                    .sorted(Comparator.comparingLong(Observation::atMillis))
                    .toList();
            check(incident, node, ability, probes);
        }
        store(incident, node);
    }

    private boolean isImpaired(String node, long fromMillis, long toMillis) {
        return incidents.stream().anyMatch(each -> each.impairs(node, fromMillis, toMillis));
    }

    private void check(Incident incident, String node, Ability ability, List<Observation> probes) {
        var missed = probes.stream().filter(each -> !isGood(each)).toList();
        boolean silent = ability == Ability.READY
                && missed.stream().anyMatch(each -> each.outcome() instanceof Outcome.NoAnswer);
        if (missed.size() <= Bounds.missesOf(probes.size()) && !silent) return;
        var told = missed.stream().limit(TOLD).map(each -> told(incident, each)).collect(Collectors.joining("; "));
        found.add(Violation.duringFault(
                incident.fault(),
                node,
                ability.title(),
                "%d of %d probes failed, allowed are %d: %s"
                        .formatted(missed.size(), probes.size(), Bounds.missesOf(probes.size()), told)));
    }

    private static boolean isGood(Observation each) {
        return switch (each.ability()) {
            case READY -> each.isAnswered() && each.millis() <= Bounds.READY_MILLIS;
            case SEND -> each.isAnswered() && each.millis() <= Bounds.SEND_MILLIS;
            case LIST -> each.isAnswered() && each.millis() <= Bounds.LIST_MILLIS;
            case PAGE -> each.isAnswered() && each.millis() <= Bounds.PAGE_MILLIS;
            case RESUME -> each.isAnswered() && each.millis() <= Bounds.RESUME_MILLIS;
            case SIGN_IN ->
                each.millis() <= Bounds.SIGN_IN_MILLIS
                        && (each.isAnswered()
                                || each.outcome() instanceof Outcome.Refused refused && refused.isUnavailable());
        };
    }

    private static String told(Incident incident, Observation each) {
        return "%s (%.1f s after its beginning): %s after %,d ms"
                .formatted(
                        Instant.ofEpochMilli(each.atMillis()),
                        (each.atMillis() - incident.fromMillis()) / 1e3,
                        each.outcome(),
                        each.millis());
    }

    /** Users are told in time that what they say may not be in the database. */
    private void store(Incident incident, String node) {
        long until = incident.fromMillis() + Bounds.STORE_MILLIS;
        boolean longEnough = incident.nothingIsStored() && incident.toMillis() > until;
        if (!longEnough || isImpaired(node, incident.fromMillis(), until) || isTold(incident, node, until)) return;
        var later = notices.stream()
                .filter(notice -> notice.node().equals(node) && notice.isTrouble() && notice.atMillis() > until)
                .findFirst()
                .map(notice ->
                        "only %.1f s after its beginning".formatted((notice.atMillis() - incident.fromMillis()) / 1e3))
                .orElse("never");
        found.add(Violation.duringFault(
                incident.fault(),
                node,
                "store",
                "nobody was told within %d s, but %s".formatted(Bounds.STORE_MILLIS / 1_000, later)));
    }

    private boolean isTold(Incident incident, String node, long until) {
        var atNode = notices.stream()
                .filter(notice -> notice.node().equals(node) && notice.atMillis() <= until)
                .toList();
        boolean before = atNode.stream()
                .filter(notice -> notice.atMillis() < incident.fromMillis())
                .reduce((first, second) -> second)
                .map(StoreNotice::isTrouble)
                .orElse(false);
        return before
                || atNode.stream().anyMatch(notice -> notice.atMillis() >= incident.fromMillis() && notice.isTrouble());
    }
}
