package parley.faults.flood;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.faults.model.Violation;

/**
 * The effect of a flood.
 *
 * @param before sends of other users on the node before the flood
 * @param during sends of the same users during the flood
 * @param flooder results of the flooding user's requests, with their number
 */
public record FloodResult(String node, Latencies before, Latencies during, Map<String, Long> flooder) {

    static final String SENDS_LIMITED = "send: rate_limited";
    static final String SIGN_INS_LIMITED = "sign-in: 429";
    private static final double REQUIRED_SHARE = 0.95;

    public FloodResult {
        flooder = new TreeMap<>(flooder);
    }

    /** The factor by which the median latency of the other users increased. */
    @JsonProperty
    public double p50Ratio() {
        return (double) Math.max(1, during.p50()) / Math.max(1, before.p50());
    }

    @JsonProperty
    public double p95Ratio() {
        return (double) Math.max(1, during.p95()) / Math.max(1, before.p95());
    }

    /** The flooding user must be limited, and the other users must not be affected. */
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        if (during.shareAcknowledged() < REQUIRED_SHARE) {
            found.add(violation(
                    "sends of others",
                    "%d of %d were not acknowledged"
                            .formatted(during.missed(), during.missed() + during.acknowledged())));
        }
        for (var limit : List.of(SENDS_LIMITED, SIGN_INS_LIMITED)) {
            if (!flooder.containsKey(limit))
                found.add(violation("limits of the flooding user", "no response was " + limit + ", but " + flooder));
        }
        return found;
    }

    private Violation violation(String what, String how) {
        return Violation.duringFault("flood", node, what, how);
    }
}
