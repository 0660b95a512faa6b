package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The measurements of one second.
 *
 * @param p50 of the sends acknowledged in this second, in milliseconds from the first attempt to the ok
 * @param lag records in the log that are not in the database, or -1 if unknown
 * @param tailBytes of all chat nodes
 * @param residentBytes of all processes of chat nodes and persisters
 */
public record Sample(
        long epochSecond, int acknowledged, long p50, long p99, long lag, long tailBytes, long residentBytes) {

    /** Merges consecutive samples until at most {@code limit} are left: the mean throughput, the maximum of the rest. */
    static List<Sample> thinned(List<Sample> samples, int limit) {
        int step = Math.ceilDiv(samples.size(), limit);
        var points = new ArrayList<Sample>();
        for (int i = 0; i < samples.size(); i += step)
            points.add(merged(samples.subList(i, Math.min(samples.size(), i + step))));
        return points;
    }

    private static Sample merged(List<Sample> some) {
        double acknowledged =
                some.stream().mapToInt(Sample::acknowledged).average().orElse(0);
        return new Sample(
                some.getFirst().epochSecond,
                (int) Math.round(acknowledged),
                largest(some, Sample::p50),
                largest(some, Sample::p99),
                largest(some, Sample::lag),
                largest(some, Sample::tailBytes),
                largest(some, Sample::residentBytes));
    }

    private static long largest(List<Sample> some, ToLongFunction<Sample> value) {
        return some.stream().mapToLong(value).max().orElse(0);
    }
}
