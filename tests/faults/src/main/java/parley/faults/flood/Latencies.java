package parley.faults.flood;

import java.util.List;

/** How long sends took until their ok, in milliseconds. */
public record Latencies(int acknowledged, int missed, long p50, long p95, long worst) {

    /** @param millis of those that were acknowledged */
    static Latencies of(List<Long> millis, int missed) {
        var sorted = millis.stream().sorted().toList();
        return new Latencies(sorted.size(), missed, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.max(0, Math.ceil(sorted.size() * share) - 1));
    }

    public double share() {
        return acknowledged + missed == 0 ? 1 : (double) acknowledged / (acknowledged + missed);
    }
}
