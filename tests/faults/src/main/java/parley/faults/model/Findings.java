package parley.faults.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Violations as they are found: all are counted, of each sort the first are kept. */
final class Findings {

    private static final int KEPT = 200;

    private final List<Violation> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(Violation violation) {
        if (counts.merge(sort(violation.getClass()), 1, Integer::sum) <= KEPT) kept.add(violation);
    }

    void addAll(List<? extends Violation> violations) {
        violations.forEach(this::add);
    }

    List<Violation> kept() {
        return List.copyOf(kept);
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    static String sort(Class<? extends Violation> type) {
        return type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
