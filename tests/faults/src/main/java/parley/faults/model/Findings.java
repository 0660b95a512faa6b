package parley.faults.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects violations: counts all of them, and keeps the first of each type. */
final class Findings {

    private static final int KEPT_PER_TYPE = 200;

    private final List<Violation> kept = new ArrayList<>();
    private final Map<Violation.Type, Integer> counts = new EnumMap<>(Violation.Type.class);

    void add(Violation violation) {
        if (counts.merge(violation.type(), 1, Integer::sum) <= KEPT_PER_TYPE) kept.add(violation);
    }

    List<Violation> kept() {
        return List.copyOf(kept);
    }

    Map<Violation.Type, Integer> counts() {
        return counts;
    }
}
