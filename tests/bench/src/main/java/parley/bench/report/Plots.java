package parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import parley.bench.result.Results;
import parley.cluster.report.Plot;
import parley.cluster.report.Plot.Axis;
import parley.cluster.report.Plot.Curve;
import parley.cluster.report.Plot.Scale;

/** The plots of a run: latencies by percentile and rates over time, a plot for each subject. */
final class Plots {

    private static final int POINTS_PER_HALF_DISTANCE = 5;
    private static final double MILLISECOND = 1e6;

    private Plots() {}

    /** By the name of the file. */
    static Map<String, Plot> of(Results results) {
        var plots = new LinkedHashMap<String, Plot>();
        var latencies = results.latencies().entrySet().stream()
                .map(each -> new Curve(each.getKey(), percentiles(each.getValue())))
                .toList();
        bySubject(latencies)
                .forEach((subject, curves) -> plots.put(
                        file("latency " + subject),
                        plot(
                                "Latency by percentile: " + subject,
                                new Axis("percentile", Scale.PERCENTILES),
                                new Axis("ms", Scale.LOGARITHMIC),
                                curves)));
        var byUnit = results.allSeries().stream()
                .collect(Collectors.groupingBy(Results.Series::unit, LinkedHashMap::new, Collectors.toList()));
        byUnit.forEach((unit, series) -> bySubject(series.stream()
                        .map(each -> new Curve(each.name(), each.points()))
                        .toList())
                .forEach((subject, curves) -> plots.put(
                        file("rate " + subject + " " + unit.split("/")[0]),
                        plot(
                                "Rate over time: " + subject,
                                new Axis("seconds", Scale.LINEAR),
                                new Axis(unit, Scale.LINEAR),
                                curves))));
        return plots;
    }

    private static Plot plot(String title, Axis x, Axis y, List<Curve> curves) {
        return new Plot(title, x, y, curves, List.of());
    }

    private static String file(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
    }

    private static Map<String, List<Curve>> bySubject(List<Curve> curves) {
        return curves.stream()
                .collect(Collectors.groupingBy(
                        curve -> Line.subject(curve.name()), LinkedHashMap::new, Collectors.toList()));
    }

    /** {percentile, milliseconds}. */
    static List<double[]> percentiles(Histogram nanoseconds) {
        var points = new ArrayList<double[]>();
        for (var step : nanoseconds.percentiles(POINTS_PER_HALF_DISTANCE)) {
            points.add(new double[] {step.getPercentileLevelIteratedTo(), step.getValueIteratedTo() / MILLISECOND});
        }
        return points;
    }
}
