package parley.cluster.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Lines over two axes, as SVG that can stand alone. */
public final class Plot {

    /** @param points {x, y}, both as the axes are numbered */
    public record Curve(String name, List<double[]> points) {}

    /** A stretch of the x axis that is shaded, such as the time of a fault. */
    public record Band(String name, double from, double to) {}

    /** @param scale from the axis's numbers to how far along they lie */
    public record Axis(String title, List<Double> marks, DoubleUnaryOperator scale) {

        double share(double value) {
            double from = scale.applyAsDouble(marks.getFirst());
            double to = scale.applyAsDouble(marks.getLast());
            return (scale.applyAsDouble(value) - from) / (to - from);
        }
    }

    private static final int LEFT = 70;
    private static final int TOP = 20;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 300;
    private static final int LEGEND = 300;
    private static final int LINE = 18;
    private static final List<String> COLOURS =
            List.of("#0b57d0", "#b3261e", "#1e7d34", "#8a4fbf", "#b06000", "#00788a", "#c2185b", "#5f6368");
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "9 3 2 3");
    private static final String STYLE = "<style>.frame{fill:none;stroke:#8886}.mark{stroke:#8884}.band{fill:#b3261e22}"
            + "text{fill:#1b1b1f;font:12px system-ui,sans-serif}@media(prefers-color-scheme:dark){text{fill:#e6e6ea}}</style>\n";

    private final StringBuilder svg = new StringBuilder();
    private final Axis x;
    private final Axis y;

    private Plot(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    public static String of(String title, Axis x, Axis y, List<Curve> curves) {
        return of(title, x, y, curves, List.of());
    }

    /** @param bands numbered from 1 in this order */
    public static String of(String title, Axis x, Axis y, List<Curve> curves, List<Band> bands) {
        return new Plot(x, y).draw(title, curves, bands);
    }

    private String draw(String title, List<Curve> curves, List<Band> bands) {
        int height = TOP + Math.max(HEIGHT + 50, curves.size() * LINE + LINE);
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>%n",
                LEFT + WIDTH + LEGEND, height, HtmlPage.escaped(title));
        svg.append(STYLE);
        axes();
        for (int i = 0; i < bands.size(); i++) band(bands.get(i), i + 1);
        for (int i = 0; i < curves.size(); i++) curve(curves.get(i), i);
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double mark : x.marks) {
            add(
                    "<line class=\"mark\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    left(mark), TOP, left(mark), TOP + HEIGHT);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    left(mark), TOP + HEIGHT + 16, number(mark));
        }
        for (double mark : y.marks) {
            add(
                    "<line class=\"mark\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT, top(mark), LEFT + WIDTH, top(mark));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, top(mark) + 4, number(mark));
        }
        add("<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", LEFT, TOP, WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"%d\">%s</text>", LEFT, TOP - 6, HtmlPage.escaped(y.title));
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LEFT + WIDTH, TOP + HEIGHT + 36, HtmlPage.escaped(x.title));
    }

    private void band(Band band, int number) {
        double left = left(band.from);
        add(
                "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                left, TOP, Math.max(2, left(band.to) - left), HEIGHT, HtmlPage.escaped(band.name));
        add("<text x=\"%.1f\" y=\"%d\">%d</text>%n", left, TOP + 12 + number % 2 * 14, number);
    }

    private void curve(Curve curve, int index) {
        var stroke = "fill=\"none\" stroke-width=\"1.5\" stroke=\"%s\" stroke-dasharray=\"%s\""
                .formatted(COLOURS.get(index % COLOURS.size()), DASHES.get(index / COLOURS.size() % DASHES.size()));
        var points = new StringBuilder();
        for (var point : curve.points)
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", left(point[0]), top(point[1])));
        add("<polyline %s points=\"%s\"/>%n", stroke, points.toString().strip());
        int legend = TOP + index * LINE + 10;
        add(
                "<line %s x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                stroke, LEFT + WIDTH + 12, legend - 4, LEFT + WIDTH + 40, legend - 4);
        add("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT + WIDTH + 46, legend, HtmlPage.escaped(curve.name));
    }

    private double left(double value) {
        return LEFT + WIDTH * Math.clamp(x.share(value), 0, 1);
    }

    private double top(double value) {
        return TOP + HEIGHT * (1 - Math.clamp(y.share(value), 0, 1));
    }

    private static String number(double mark) {
        return mark == Math.rint(mark) ? String.format(Locale.ROOT, "%,.0f", mark) : Double.toString(mark);
    }

    private void add(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }
}
