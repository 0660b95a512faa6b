package parley.faults.flood;

import org.HdrHistogram.Histogram;

/** The time from send to ok, in milliseconds. */
public record Latencies(int acknowledged, int missed, long p50, long p95, long worst) {

    static Latencies of(Histogram millis, int missed) {
        return new Latencies(
                (int) millis.getTotalCount(),
                missed,
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95),
                millis.getMaxValue());
    }

    double shareAcknowledged() {
        return acknowledged + missed == 0 ? 1 : (double) acknowledged / (acknowledged + missed);
    }
}
