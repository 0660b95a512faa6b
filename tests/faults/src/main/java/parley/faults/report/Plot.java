package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import parley.cluster.report.HtmlPage;
import parley.cluster.report.Table;

/** Throughput, latency and lag over time, one below the other, with the faults as bands through all of them. */
final class Plot {

    private static final int LEFT = 70;
    private static final int WIDTH = 930;
    private static final int HEIGHT = 150;
    private static final int PITCH = 200;
    private static final int TOP = 40;
    private static final int MOST_POINTS = 600;

    private final List<Sample> samples;
    private final List<Mark> marks;
    private final long from;
    private final long to;
    private final StringBuilder svg = new StringBuilder();

    private Plot(List<Sample> samples, List<Mark> marks) {
        this.samples = thinned(samples);
        this.marks = marks;
        from = samples.getFirst().epochSecond();
        to = Math.max(from + 1, samples.getLast().epochSecond());
    }

    static String of(List<Sample> samples, List<Mark> marks) {
        return samples.isEmpty() ? "<p>Nothing was sampled.</p>\n" : new Plot(samples, marks).draw();
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

    private String draw() {
        int height = TOP + 3 * PITCH;
        svg.append("<figure><svg viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 20)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-labelledby=\"plot-title plot-desc\">\n")
                .append("<title id=\"plot-title\">Throughput, latency and lag over time</title>\n")
                .append("<desc id=\"plot-desc\">Three lines of ")
                .append(to - from)
                .append(
                        " seconds. The numbers stand in the table at the end of the page; bands are faults, named in the list below the plot.</desc>\n");
        bands();
        panel(0, "acknowledged each second", List.of(s -> s.acknowledged()), false);
        panel(1, "ms to the ok: p50 (line), p99 (dashes), logarithmic", List.of(s -> s.p50(), s -> s.p99()), true);
        panel(2, "records not in the database yet", List.of(s -> Math.max(0, s.lag())), false);
        svg.append("</svg><figcaption>Bands are faults:").append(named()).append("</figcaption></figure>\n");
        return svg.toString();
    }

    private double x(double second) {
        return LEFT + WIDTH * (second - from) / (to - from);
    }

    private void bands() {
        var open = new ArrayList<Mark>();
        int number = 0;
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
            band(begun.atMillis() / 1000.0, mark.atMillis() / 1000.0, ++number, mark.fault());
        }
        for (var never : open) band(never.atMillis() / 1000.0, to, ++number, never.fault());
    }

    private void band(double begins, double ends, int number, String fault) {
        double left = Math.max(LEFT, x(begins));
        double width = Math.max(2, x(ends) - left);
        svg.append(format(
                        "<rect class=\"fault\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                        left, TOP, width, 3 * PITCH - PITCH + HEIGHT, HtmlPage.escaped(fault)))
                .append(format("<text x=\"%.1f\" y=\"%d\">%d</text>%n", left, 12 + number % 2 * 14, number));
    }

    private String named() {
        var text = new StringBuilder("<ol>");
        marks.stream()
                .filter(mark -> !mark.begins())
                .forEach(mark -> text.append("<li>")
                        .append(HtmlPage.escaped(mark.fault()))
                        .append(" (until ")
                        .append(mark.atMillis() / 1000 - from)
                        .append(" s)</li>"));
        return text.append("</ol>").toString();
    }

    private void panel(int index, String title, List<ToDoubleFunction<Sample>> series, boolean logarithmic) {
        int top = TOP + index * PITCH;
        int bottom = top + HEIGHT;
        double most = samples.stream()
                .flatMapToDouble(s -> series.stream().mapToDouble(f -> f.applyAsDouble(s)))
                .max()
                .orElse(1);
        most = Math.max(1, most);
        svg.append(format(
                        "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                        LEFT, bottom, LEFT + WIDTH, bottom))
                .append(format(
                        "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", LEFT, top, LEFT, bottom))
                .append(format(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%,d</text>", LEFT - 6, top + 10, (long) most))
                .append(format(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>", LEFT - 6, bottom, logarithmic ? 1 : 0))
                .append(format("<text x=\"%d\" y=\"%d\">%s; 0 to %d s</text>%n", LEFT, bottom + 18, title, to - from));
        for (int i = 0; i < series.size(); i++) {
            var points = new StringBuilder();
            for (var sample : samples) {
                double value = series.get(i).applyAsDouble(sample);
                double share = logarithmic ? Math.log(Math.max(1, value)) / Math.log(Math.max(2, most)) : value / most;
                points.append(format("%.1f,%.1f ", x(sample.epochSecond()), bottom - share * HEIGHT));
            }
            svg.append("<polyline class=\"")
                    .append(i == 0 ? 'a' : 'b')
                    .append("\" points=\"")
                    .append(points.toString().strip())
                    .append("\"/>\n");
        }
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

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
