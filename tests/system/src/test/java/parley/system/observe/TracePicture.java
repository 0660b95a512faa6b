package parley.system.observe;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import parley.system.observe.OtlpReceiver.ReceivedSpan;

/** Draws spans as a waterfall, in SVG: one row for each, at its time since the first one began. */
final class TracePicture {

    private static final int WIDTH = 1_000;
    private static final int LABELS = 210;
    private static final int DURATIONS = 90;
    private static final int ROW = 28;
    private static final int TOP = 64;
    private static final List<String> COLOURS = List.of("#0b57d0", "#1e7d34", "#b06000");

    private final List<ReceivedSpan> spans;
    private final List<String> services;
    private final long began;
    private final double nanosPerPixel;
    private final StringBuilder svg = new StringBuilder();

    private TracePicture(List<ReceivedSpan> all) {
        spans = all.stream()
                .sorted(Comparator.comparingLong(span -> span.span().getStartTimeUnixNano()))
                .toList();
        services = spans.stream().map(ReceivedSpan::service).distinct().sorted().toList();
        began = spans.getFirst().span().getStartTimeUnixNano();
        long ended = spans.stream()
                .mapToLong(span -> span.span().getEndTimeUnixNano())
                .max()
                .orElseThrow();
        nanosPerPixel = (ended - began) / (double) (WIDTH - LABELS - DURATIONS);
    }

    static String svg(String title, List<ReceivedSpan> spans) {
        return new TracePicture(spans).draw(title);
    }

    private String draw(String title) {
        int height = TOP + spans.size() * ROW + 12;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
                font-family="sans-serif" font-size="13">
                <rect width="%d" height="%d" fill="#fff"/>
                """.formatted(WIDTH, height, WIDTH, height, WIDTH, height));
        text(12, 24, title, "font-weight=\"bold\"");
        text(12, 48, "span", "fill=\"#5f6368\"");
        text(LABELS - 100, 48, "process", "fill=\"#5f6368\"");
        for (int i = 0; i < spans.size(); i++) draw(spans.get(i), TOP + i * ROW);
        return svg.append("</svg>\n").toString();
    }

    private void draw(ReceivedSpan span, int y) {
        long start = span.span().getStartTimeUnixNano();
        long nanos = span.span().getEndTimeUnixNano() - start;
        double x = LABELS + (start - began) / nanosPerPixel;
        double width = Math.max(2, nanos / nanosPerPixel);
        text(12, y + 15, span.name(), "");
        text(LABELS - 100, y + 15, span.service(), "fill=\"#5f6368\"");
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"2\" fill=\"%s\"/>%n",
                x,
                y + 1,
                width,
                COLOURS.get(services.indexOf(span.service()) % COLOURS.size())));
        text((int) (x + width) + 6, y + 15, String.format(Locale.ROOT, "%.1f ms", nanos / 1e6), "");
    }

    private void text(int x, int y, String text, String attributes) {
        svg.append("<text x=\"%d\" y=\"%d\" %s>%s</text>%n".formatted(x, y, attributes, text));
    }
}
