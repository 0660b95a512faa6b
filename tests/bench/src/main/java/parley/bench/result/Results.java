package parley.bench.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import parley.cluster.server.TestPaths;

/** The results of a run so far, in memory. Each figure is also logged. */
public final class Results {

    private static final System.Logger LOG = System.getLogger(Results.class.getName());
    private static final Path FOLDER = TestPaths.ROOT.resolve("tests/bench/target/bench");

    /** @param points of {seconds since the start, value} */
    public record Series(String name, String unit, List<double[]> points) {}

    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Histogram> latencies = new LinkedHashMap<>();
    private final List<Series> series = new ArrayList<>();

    /** The folder of the report; created if it does not exist. */
    public static Path folder() {
        return TestPaths.made(FOLDER);
    }

    public void add(Figure figure) {
        figures.add(figure);
        LOG.log(System.Logger.Level.INFO, "%s: %,.3f %s".formatted(figure.name(), figure.value(), figure.unit()));
    }

    public void add(String name, double value, String unit) {
        add(new Figure(name, value, unit));
    }

    /** @param limit the name of the figure of the same run that this one can at best reach */
    public void add(String name, double value, String unit, String limit) {
        add(new Figure(name, value, unit, limit));
    }

    /** @param nanoseconds corrected for coordinated omission if the load was an open loop */
    public void latency(String name, Histogram nanoseconds) {
        latency(name, nanoseconds, null);
    }

    /** @param limit the name of the latencies of the same run that these can at best reach, or null */
    public void latency(String name, Histogram nanoseconds, String limit) {
        latencies.put(name, nanoseconds);
        for (var percentile : List.of("50", "99", "99.9")) {
            var suffix = ", p" + percentile;
            double millis = nanoseconds.getValueAtPercentile(Double.parseDouble(percentile)) / 1e6;
            add(name + suffix, millis, "ms", limit == null ? null : limit + suffix);
        }
    }

    /** Empty if the figure has not been measured in this run. */
    public OptionalDouble value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst();
    }

    public void series(Series one) {
        series.add(one);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public Map<String, Histogram> latencies() {
        return new LinkedHashMap<>(latencies);
    }

    public List<Series> allSeries() {
        return List.copyOf(series);
    }
}
