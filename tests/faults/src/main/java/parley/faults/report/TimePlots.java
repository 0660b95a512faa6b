package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import parley.cluster.report.Axes;
import parley.cluster.report.HtmlPage;
import parley.cluster.report.Plot;
import parley.cluster.report.Plot.Band;
import parley.cluster.report.Plot.Curve;
import parley.cluster.report.Table;

/** Throughput, latency and lag over time, a plot each, with the faults as bands. */
final class TimePlots {

    private static final int MOST_POINTS = 600;

    private TimePlots() {}

    static String of(List<Sample> samples, List<Mark> marks) {
        if (samples.isEmpty()) return "<p>Nothing was sampled.</p>\n";
        long from = samples.getFirst().epochSecond();
        long seconds = Math.max(1, samples.getLast().epochSecond() - from);
        var bands = bands(marks, from, seconds);
        var points = thinned(samples);
        var time = Axes.linear("seconds", seconds);
        var acknowledged = curve("acknowledged", points, from, Sample::acknowledged);
        var p50 = curve("p50", points, from, Sample::p50);
        var p99 = curve("p99", points, from, Sample::p99);
        var lag = curve("not stored yet", points, from, sample -> Math.max(0, sample.lag()));
        return "<figure>"
                + Plot.of(
                        "Throughput", time, Axes.linear("messages/s", most(acknowledged)), List.of(acknowledged), bands)
                + Plot.of("Time to ok", time, Axes.logarithmic("ms", 1, most(p99)), List.of(p50, p99), bands)
                + Plot.of("Lag of the database", time, Axes.linear("records", most(lag)), List.of(lag), bands)
                + "<figcaption>Bands are faults:" + named(bands) + "</figcaption></figure>\n";
    }

    private static Curve curve(String name, List<Sample> points, long from, ToDoubleFunction<Sample> value) {
        return new Curve(
                name,
                points.stream()
                        .map(each -> new double[] {each.epochSecond() - from, value.applyAsDouble(each)})
                        .toList());
    }

    private static double most(Curve curve) {
        return curve.points().stream().mapToDouble(point -> point[1]).max().orElse(0);
    }

    /** A fault without an end lasts as long as the run. */
    private static List<Band> bands(List<Mark> marks, long from, long seconds) {
        var bands = new ArrayList<Band>();
        var open = new ArrayList<Mark>();
        for (var mark : marks) {
            if (mark.begins()) {
                open.add(mark);
                continue;
            }
            var begun = open.stream()
                    .filter(each -> each.fault().equals(mark.fault()))
                    .findFirst()
                    .orElse(mark);
            open.remove(begun);
            bands.add(new Band(mark.fault(), second(begun, from), second(mark, from)));
        }
        for (var never : open) bands.add(new Band(never.fault(), second(never, from), seconds));
        return bands;
    }

    private static double second(Mark mark, long from) {
        return mark.atMillis() / 1000.0 - from;
    }

    private static String named(List<Band> bands) {
        var text = new StringBuilder("<ol>");
        bands.forEach(
                band -> text.append("<li>%s (until %.0f s)</li>".formatted(HtmlPage.escaped(band.name()), band.to())));
        return text.append("</ol>").toString();
    }

    /** Several seconds become one point: the mean of throughput, the worst of the rest. */
    private static List<Sample> thinned(List<Sample> samples) {
        int step = Math.max(1, (samples.size() + MOST_POINTS - 1) / MOST_POINTS);
        var points = new ArrayList<Sample>();
        for (int i = 0; i < samples.size(); i += step) {
            var some = samples.subList(i, Math.min(samples.size(), i + step));
            points.add(new Sample(
                    some.getFirst().epochSecond(),
                    (int) Math.round(some.stream()
                            .mapToInt(Sample::acknowledged)
                            .average()
                            .orElse(0)),
                    some.stream().mapToLong(Sample::p50).max().orElse(0),
                    some.stream().mapToLong(Sample::p99).max().orElse(0),
                    some.stream().mapToLong(Sample::lag).max().orElse(0),
                    some.stream().mapToLong(Sample::tailBytes).max().orElse(0),
                    some.stream().mapToLong(Sample::residentBytes).max().orElse(0)));
        }
        return points;
    }

    /** The same in numbers. */
    static String table(RunResult run) {
        var rows = thinned(run.samples()).stream()
                .map(s -> List.of(
                        Long.toString(s.epochSecond() - run.samples().getFirst().epochSecond()),
                        Tables.number(s.acknowledged()),
                        Tables.number(s.p50()),
                        Tables.number(s.p99()),
                        s.lag() < 0 ? "not known" : Tables.number(s.lag())))
                .toList();
        return new Table("Over time", List.of("second", "acknowledged each second", "p50 ms", "p99 ms", "lag"), rows)
                .html();
    }
}
