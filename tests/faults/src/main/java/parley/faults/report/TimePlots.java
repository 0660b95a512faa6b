package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import parley.cluster.report.Plot;
import parley.cluster.report.Plot.Axis;
import parley.cluster.report.Plot.Band;
import parley.cluster.report.Plot.Curve;
import parley.cluster.report.Plot.Scale;
import parley.cluster.report.Table;
import parley.faults.report.Timeline.Mark;

/** Throughput, latency and lag over time, with the faults as bands. */
final class TimePlots {

    private static final int LARGEST_NUMBER_OF_POINTS = 600;

    private TimePlots() {}

    static List<Plot> of(List<Sample> samples, List<Mark> marks) {
        if (samples.isEmpty()) return List.of();
        long from = samples.getFirst().epochSecond();
        var bands = bands(marks, from, samples.getLast().epochSecond() - from);
        var points = thinned(samples);
        return List.of(
                plot(
                        "Throughput",
                        new Axis("messages/s", Scale.LINEAR),
                        List.of(curve("acknowledged", points, from, Sample::acknowledged)),
                        bands),
                plot(
                        "Time to ok",
                        new Axis("ms", Scale.LOGARITHMIC),
                        List.of(curve("p50", points, from, Sample::p50), curve("p99", points, from, Sample::p99)),
                        bands),
                plot(
                        "Lag of the database",
                        new Axis("records", Scale.LINEAR),
                        List.of(curve("not stored yet", points, from, sample -> Math.max(0, sample.lag()))),
                        bands));
    }

    private static Plot plot(String title, Axis y, List<Curve> curves, List<Band> bands) {
        return new Plot(title, new Axis("seconds", Scale.LINEAR), y, curves, bands);
    }

    private static Curve curve(String name, List<Sample> points, long from, ToDoubleFunction<Sample> value) {
        return new Curve(
                name,
                points.stream()
                        .map(each -> new double[] {each.epochSecond() - from, value.applyAsDouble(each)})
                        .toList());
    }

    /** A fault without an end lasts until the end of the run. */
    private static List<Band> bands(List<Mark> marks, long from, long seconds) {
        var bands = new ArrayList<Band>();
        var open = new ArrayList<Mark>();
        for (var mark : marks) {
            if (mark.begins()) {
                open.add(mark);
                continue;
            }
            var begin = open.stream()
                    .filter(each -> each.fault().equals(mark.fault()))
                    .findFirst()
                    .orElse(mark);
            open.remove(begin);
            bands.add(new Band(mark.fault(), second(begin, from), second(mark, from)));
        }
        for (var begin : open) bands.add(new Band(begin.fault(), second(begin, from), seconds));
        return bands;
    }

    private static double second(Mark mark, long from) {
        return mark.atMillis() / 1000.0 - from;
    }

    private static List<Sample> thinned(List<Sample> samples) {
        return Sample.thinned(samples, LARGEST_NUMBER_OF_POINTS);
    }

    /** The data of the plots. */
    static Table table(List<Sample> samples) {
        return new Table(
                "Over time",
                List.of("second", "acknowledged per second", "p50 ms", "p99 ms", "lag"),
                thinned(samples).stream()
                        .map(sample -> List.of(
                                Long.toString(sample.epochSecond()
                                        - samples.getFirst().epochSecond()),
                                Format.number(sample.acknowledged()),
                                Format.number(sample.p50()),
                                Format.number(sample.p99()),
                                sample.lag() < 0 ? "unknown" : Format.number(sample.lag())))
                        .toList());
    }
}
