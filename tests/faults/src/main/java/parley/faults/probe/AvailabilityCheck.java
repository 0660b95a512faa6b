package parley.faults.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parley.faults.model.Violation;

/** Checks that a chat node without a database, or with a slow one, does what the contract requires. */
public final class AvailabilityCheck {

    /** The contract says 15 s. */
    static final long STORE_MILLIS = 20_000;

    /** This share of the probes of an ability at one node may fail during a fault, and one in any case. */
    private static final double ALLOWED_FAILURES = 0.05;

    private static final int LISTED = 8;

    private final List<Incident> incidents;
    private final List<Observation> observations;
    private final List<StoreFrame> frames;
    private final List<Violation> found = new ArrayList<>();

    private AvailabilityCheck(List<Incident> incidents, List<Observation> observations, List<StoreFrame> frames) {
        this.incidents = incidents;
        this.observations = observations;
        this.frames = frames.stream()
                .sorted(Comparator.comparingLong(StoreFrame::atMillis))
                .toList();
    }

    public static List<Violation> check(
            List<Incident> incidents, List<Observation> observations, List<StoreFrame> frames) {
        var check = new AvailabilityCheck(incidents, observations, frames);
        for (var incident : incidents)
            incident.withoutDatabase().stream().sorted().forEach(node -> check.check(incident, node));
        return check.found;
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
        checkStore(incident, node);
    }

    private boolean isImpaired(String node, long fromMillis, long toMillis) {
        return incidents.stream().anyMatch(each -> each.impairs(node, fromMillis, toMillis));
    }

    private void check(Incident incident, String node, Ability ability, List<Observation> probes) {
        var failed = probes.stream().filter(each -> !isGood(each)).toList();
        long allowed = Math.max(1, (long) (probes.size() * ALLOWED_FAILURES));
        boolean silent = ability == Ability.READY
                && failed.stream().anyMatch(each -> each.outcome() instanceof Outcome.NoAnswer);
        if (failed.size() <= allowed && !silent) return;
        var list = failed.stream()
                .limit(LISTED)
                .map(each -> describe(incident, each))
                .collect(Collectors.joining("; "));
        found.add(Violation.duringFault(
                incident.fault(),
                node,
                ability.title(),
                "%d of %d probes failed, allowed are %d: %s".formatted(failed.size(), probes.size(), allowed, list)));
    }

    private static boolean isGood(Observation each) {
        boolean refusedAsUnavailable = each.ability() == Ability.SIGN_IN
                && each.outcome() instanceof Outcome.Refused refused
                && refused.isUnavailable();
        return each.millis() <= each.ability().limitMillis() && (each.isAnswered() || refusedAsUnavailable);
    }

    private static String describe(Incident incident, Observation each) {
        return "%s (%.1f s after the start of the fault): %s after %,d ms"
                .formatted(
                        Instant.ofEpochMilli(each.atMillis()),
                        (each.atMillis() - incident.fromMillis()) / 1e3,
                        each.outcome(),
                        each.millis());
    }

    /** Users must be notified in time that their messages may not be in the database. */
    private void checkStore(Incident incident, String node) {
        long until = incident.fromMillis() + STORE_MILLIS;
        boolean longEnough = incident.nothingIsStored() && incident.toMillis() > until;
        if (!longEnough || isImpaired(node, incident.fromMillis(), until) || isNotified(incident, node, until)) return;
        var later = frames(node, frame -> frame.isTrouble() && frame.atMillis() > until).stream()
                .findFirst()
                .map(frame -> "first after %.1f s".formatted((frame.atMillis() - incident.fromMillis()) / 1e3))
                .orElse("never");
        found.add(Violation.duringFault(
                incident.fault(),
                node,
                "store",
                "not notified within %d s: %s".formatted(STORE_MILLIS / 1_000, later)));
    }

    private boolean isNotified(Incident incident, String node, long until) {
        var before = frames(node, frame -> frame.atMillis() < incident.fromMillis());
        return !before.isEmpty() && before.getLast().isTrouble()
                || !frames(
                                node,
                                frame -> frame.isTrouble()
                                        && frame.atMillis() >= incident.fromMillis()
                                        && frame.atMillis() <= until)
                        .isEmpty();
    }

    private List<StoreFrame> frames(String node, Predicate<StoreFrame> condition) {
        return frames.stream()
                .filter(frame -> frame.node().equals(node) && condition.test(frame))
                .toList();
    }
}
