package parley.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What a run has found so far. */
public final class Results {

    private static final System.Logger LOG = System.getLogger(Results.class.getName());

    /** @param points of {seconds since the start, value} */
    public record Series(String name, String unit, List<double[]> points) {}

    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Histogram> latencies = new LinkedHashMap<>();
    private final List<Series> series = new ArrayList<>();

    public synchronized void add(Figure figure) {
        figures.add(figure);
        LOG.log(System.Logger.Level.INFO, "%s: %,.3f %s".formatted(figure.name(), figure.value(), figure.unit()));
    }

    /** @param nanoseconds corrected for coordinated omission where the load was an open loop */
    public void latency(String name, Histogram nanoseconds) {
        latency(name, nanoseconds, null);
    }

    /** @param limit the name of the latencies of the same run that these can at best reach, or null */
    public synchronized void latency(String name, Histogram nanoseconds, String limit) {
        latencies.put(name, nanoseconds);
        for (double percentile : new double[] {50, 99, 99.9}) {
            var which = ", p" + (percentile == 99.9 ? "99.9" : Integer.toString((int) percentile));
            add(new Figure(
                    name + which,
                    nanoseconds.getValueAtPercentile(percentile) / 1e6,
                    "ms",
                    limit == null ? null : limit + which));
        }
    }

    public synchronized void series(Series one) {
        series.add(one);
    }

    public synchronized List<Figure> figures() {
        return List.copyOf(figures);
    }

    public synchronized Map<String, Histogram> latencies() {
        return new LinkedHashMap<>(latencies);
    }

    public synchronized List<Series> allSeries() {
        return List.copyOf(series);
    }
}
