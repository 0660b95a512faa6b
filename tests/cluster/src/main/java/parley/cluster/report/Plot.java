package parley.cluster.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line plot, drawn as SVG. */
public record Plot(String title, Axis x, Axis y, List<Curve> curves, List<Band> bands) {

    /** @param points {x, y} */
    public record Curve(String name, List<double[]> points) {}

    /** A range of the x axis that is shaded, such as the duration of a fault. */
    public record Band(String name, double from, double to) {}

    public record Axis(String title, Scale scale) {}

    public enum Scale {
        LINEAR,
        LOGARITHMIC,
        /** The percentile scale of HdrHistogram: the distance from 90 to 99 equals that from 99 to 99.9. */
        PERCENTILES
    }

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 380;
    private static final double LARGEST_PERCENTILE = 99.999;
    private static final double SMALLEST_LOGARITHM = 1e-3;
    private static final Color BAND = new Color(179, 38, 30, 34);
    private static final Color NONE = new Color(0, 0, 0, 0);
    private static final List<Color> COLOURS = List.of(
            new Color(0x0b57d0),
            new Color(0xb3261e),
            new Color(0x1e7d34),
            new Color(0x8a4fbf),
            new Color(0xb06000),
            new Color(0x00788a),
            new Color(0xc2185b),
            new Color(0x5f6368));
    private static final List<float[]> DASHES = List.of(new float[] {1, 0}, new float[] {6, 3}, new float[] {2, 3});

    static {
        System.setProperty("java.awt.headless", "true");
    }

    public String svg() {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x.title)
                .yAxisTitle(y.title)
                .build();
        style(chart);
        double top = curves.stream()
                .flatMap(curve -> curve.points.stream())
                .mapToDouble(point -> point[1])
                .max()
                .orElse(1);
        for (int i = 0; i < bands.size(); i++) add(chart, bands.get(i), i + 1, Math.max(1, top));
        for (int i = 0; i < curves.size(); i++) add(chart, curves.get(i), i);
        var out = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without the document type, because XML parsers load it from the network.
        return out.toString(StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE[^>]*>", "");
    }

    String dataUri() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }

    private void style(XYChart chart) {
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setYAxisLogarithmic(y.scale == Scale.LOGARITHMIC);
        if (y.scale == Scale.LINEAR) styler.setYAxisMin(0.0);
        if (x.scale == Scale.PERCENTILES) {
            styler.setXAxisTickLabelsFormattingFunction(
                    nines -> String.format(Locale.ROOT, "%.5g", 100 - 100 / Math.pow(10, nines)));
        }
    }

    private void add(XYChart chart, Band band, int number, double top) {
        var series = chart.addSeries("band " + number, new double[] {band.from, band.to}, new double[] {top, top});
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        series.setShowInLegend(false);
        series.setFillColor(BAND);
        series.setLineColor(NONE);
        series.setMarker(SeriesMarkers.NONE);
        chart.addAnnotation(new AnnotationText(Integer.toString(number), band.from, top, false));
    }

    private void add(XYChart chart, Curve curve, int index) {
        var series = chart.addSeries(
                curve.name,
                curve.points.stream().mapToDouble(point -> xOf(point[0])).toArray(),
                curve.points.stream().mapToDouble(point -> yOf(point[1])).toArray());
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(COLOURS.get(index % COLOURS.size()));
        var dash = DASHES.get(index / COLOURS.size() % DASHES.size());
        series.setLineStyle(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
    }

    private double xOf(double value) {
        return x.scale == Scale.PERCENTILES ? -Math.log10(1 - Math.min(value, LARGEST_PERCENTILE) / 100) : value;
    }

    private double yOf(double value) {
        return y.scale == Scale.LOGARITHMIC ? Math.max(SMALLEST_LOGARITHM, value) : value;
    }
}
