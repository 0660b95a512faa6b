package parley.faults.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.faults.model.Violation;

/**
 * What a flood did.
 *
 * @param calm sends of others on that node in the seconds before it
 * @param flooded sends of the same people during it
 * @param flooder what the flooder did and was told, counted
 */
public record FloodResult(String node, Latencies calm, Latencies flooded, Map<String, Long> flooder) {

    static final String SENDS_LIMITED = "send: rate_limited";
    static final String SIGN_INS_LIMITED = "sign-in: 429";
    private static final double ACKNOWLEDGED = 0.95;

    public FloodResult {
        flooder = new TreeMap<>(flooder);
    }

    /** How many times as long the others' sends took: median, and 95th percentile. */
    public double p50Ratio() {
        return (double) Math.max(1, flooded.p50()) / Math.max(1, calm.p50());
    }

    public double p95Ratio() {
        return (double) Math.max(1, flooded.p95()) / Math.max(1, calm.p95());
    }

    /** The flooder met limits, and the others did not. */
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        if (flooded.share() < ACKNOWLEDGED) {
            found.add(violation(
                    "sends of others",
                    "%d of %d were not acknowledged"
                            .formatted(flooded.missed(), flooded.missed() + flooded.acknowledged())));
        }
        for (var limit : List.of(SENDS_LIMITED, SIGN_INS_LIMITED)) {
            if (!flooder.containsKey(limit))
                found.add(violation("limits of the flooder", "no answer was " + limit + ", but " + flooder));
        }
        return found;
    }

    private Violation violation(String what, String how) {
        return new Violation.During("flood", node, what, how);
    }
}
