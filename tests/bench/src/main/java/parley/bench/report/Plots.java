package parley.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import parley.bench.result.Results;
import parley.cluster.report.Axes;
import parley.cluster.report.Plot;
import parley.cluster.report.Plot.Curve;

/** The plots of a run: latencies by percentile and rates over time, a plot for each subject. */
final class Plots {

    private static final int POINTS_PER_HALF_DISTANCE = 5;
    private static final double MILLISECOND = 1e6;

    private Plots() {}

    /** By the name of the file. */
    static Map<String, String> of(Results results) {
        var plots = new LinkedHashMap<String, String>();
        var curves = results.latencies().entrySet().stream()
                .map(each -> new Curve(each.getKey(), percentiles(each.getValue())))
                .toList();
        bySubject(curves).forEach((subject, some) -> plots.put("latency " + subject, latency(subject, some)));
        var byUnit = results.allSeries().stream()
                .collect(Collectors.groupingBy(Results.Series::unit, LinkedHashMap::new, Collectors.toList()));
        byUnit.forEach((unit, series) -> bySubject(series.stream()
                        .map(each -> new Curve(each.name(), each.points()))
                        .toList())
                .forEach((subject, some) ->
                        plots.put("rate " + subject + " " + unit.split("/")[0], rate(subject, unit, some))));
        return plots.entrySet().stream()
                .collect(Collectors.toMap(
                        plot -> plot.getKey().toLowerCase().replaceAll("[^a-z0-9]+", "-") + ".svg",
                        Map.Entry::getValue,
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static Map<String, List<Curve>> bySubject(List<Curve> curves) {
        return curves.stream()
                .collect(Collectors.groupingBy(
                        curve -> curve.name().split("[,:] ", 2)[0], LinkedHashMap::new, Collectors.toList()));
    }

    /** {percentile, milliseconds}. */
    static List<double[]> percentiles(Histogram nanoseconds) {
        var points = new ArrayList<double[]>();
        for (var step : nanoseconds.percentiles(POINTS_PER_HALF_DISTANCE)) {
            points.add(new double[] {step.getPercentileLevelIteratedTo(), step.getValueIteratedTo() / MILLISECOND});
        }
        return points;
    }

    private static String latency(String subject, List<Curve> curves) {
        var values = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(point -> point[1])
                .summaryStatistics();
        return Plot.of(
                "Latency by percentile: " + subject,
                Axes.percentiles(),
                Axes.logarithmic("ms", values.getMin(), values.getMax()),
                curves);
    }

    private static String rate(String subject, String unit, List<Curve> curves) {
        var points = curves.stream().flatMap(curve -> curve.points().stream()).toList();
        return Plot.of(
                "Rate over time: " + subject,
                Axes.linear(
                        "seconds",
                        points.stream().mapToDouble(point -> point[0]).max().orElse(1)),
                Axes.linear(
                        unit,
                        points.stream().mapToDouble(point -> point[1]).max().orElse(1)),
                curves);
    }
}
