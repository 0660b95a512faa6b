package parley.system.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import parley.system.observe.Dashboard.Panel;
import parley.system.observe.Dashboard.Target;

/** Draws what the queries of a dashboard return, in the places of its panels. It is not how Grafana draws them. */
final class DashboardPicture {

    private static final int COLUMN = 60;
    private static final int ROW = 34;
    private static final int HEADER = 36;
    private static final int COLUMNS = 24;
    private static final List<Color> COLOURS = List.of(
            new Color(0x0b57d0),
            new Color(0xb3261e),
            new Color(0x1e7d34),
            new Color(0x8a4fbf),
            new Color(0xb06000),
            new Color(0x00788a));

    /** How values of a unit are shown. */
    private enum Unit {
        SHORT("", 1),
        BYTES("MB", 1e-6),
        SECONDS("s", 1),
        PERCENT("%", 100),
        RATE("per s", 1);

        private final String name;
        private final double factor;

        Unit(String name, double factor) {
            this.name = name;
            this.factor = factor;
        }

        static Unit of(String grafana) {
            return switch (grafana) {
                case "short" -> SHORT;
                case "bytes" -> BYTES;
                case "s" -> SECONDS;
                case "percentunit" -> PERCENT;
                case "ops" -> RATE;
                default -> throw new IllegalArgumentException(grafana);
            };
        }

        String titled(String title) {
            return name.isEmpty() ? title : title + " (" + name + ")";
        }
    }

    private final Function<String, List<JsonNode>> range;
    private final double began;
    private final Graphics2D graphics;
    private final BufferedImage image;

    /**
     * @param range the series of an expression
     * @param began the time at which the axes begin, in seconds since 1970
     */
    private DashboardPicture(Dashboard dashboard, Function<String, List<JsonNode>> range, double began) {
        this.range = range;
        this.began = began;
        int rows = dashboard.panels().stream()
                .mapToInt(panel -> panel.place().y() + panel.place().height())
                .max()
                .orElseThrow();
        image = new BufferedImage(COLUMNS * COLUMN, HEADER + rows * ROW, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    static void draw(
            Dashboard dashboard, String heading, Function<String, List<JsonNode>> range, double began, Path png)
            throws IOException {
        var picture = new DashboardPicture(dashboard, range, began);
        picture.text(heading, 12, 24, Font.BOLD, 16);
        for (var panel : dashboard.panels()) picture.draw(panel);
        ImageIO.write(picture.image, "png", png.toFile());
    }

    private void draw(Panel panel) {
        int x = panel.place().x() * COLUMN;
        int y = HEADER + panel.place().y() * ROW;
        int width = panel.place().width() * COLUMN;
        int height = panel.place().height() * ROW;
        var unit = Unit.of(panel.unit());
        var inPlace = (Graphics2D) graphics.create(x + 2, y + 2, width - 4, height - 4);
        if (panel.type().equals("stat")) {
            text(unit.titled(panel.title()), x + 12, y + 24, Font.PLAIN, 14);
            text(number(panel, unit), x + 12, y + 84, Font.BOLD, 40);
        } else {
            lines(panel, unit, width - 4, height - 4).paint(inPlace, width - 4, height - 4);
        }
        inPlace.dispose();
        graphics.setColor(new Color(0xdadce0));
        graphics.drawRect(x + 2, y + 2, width - 5, height - 5);
    }

    /** The last value of the only series. */
    private String number(Panel panel, Unit unit) {
        var values =
                range.apply(panel.targets().getFirst().expression()).getFirst().path("values");
        double last = values.path(values.size() - 1).path(1).asDouble() * unit.factor;
        return last == Math.rint(last) ? "%.0f".formatted(last) : String.format(Locale.ROOT, "%.1f", last);
    }

    private XYChart lines(Panel panel, Unit unit, int width, int height) {
        var chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(unit.titled(panel.title()))
                .build();
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setYAxisMin(0.0);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        styler.setLegendPadding(2);
        int index = 0;
        for (var target : panel.targets())
            for (var series : range.apply(target.expression())) add(chart, index++, target, series, unit);
        return chart;
    }

    private void add(XYChart chart, int index, Target target, JsonNode series, Unit unit) {
        int size = series.path("values").size();
        var minutes = new double[size];
        var values = new double[size];
        for (int i = 0; i < size; i++) {
            minutes[i] = (series.path("values").path(i).path(0).asDouble() - began) / 60;
            values[i] = series.path("values").path(i).path(1).asDouble() * unit.factor;
        }
        var line = chart.addSeries(target.name(series), minutes, values);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(COLOURS.get(index % COLOURS.size()));
        line.setLineStyle(new BasicStroke(1.5f));
    }

    private void text(String text, int x, int y, int style, int size) {
        graphics.setColor(new Color(0x202124));
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.drawString(text, x, y);
    }
}
