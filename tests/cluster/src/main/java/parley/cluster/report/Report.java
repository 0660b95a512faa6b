package parley.cluster.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report with the same text and tables in two formats: a self-contained HTML page and Markdown. */
public final class Report {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --faint: #d5d5dd; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e6ea; --paper: #16161a; --faint: #3a3a44; }
              img { filter: invert(1) hue-rotate(180deg); }
            }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--faint); font-weight: normal; }
            thead th { font-weight: 600; }
            img { width: 100%; height: auto; }
            pre { overflow: auto; padding: 1rem; border: 1px solid var(--faint); }
            .scroll { max-height: 24rem; overflow: auto; }
            """;

    private final String title;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();

    public Report(String title) {
        this.title = title;
        html.append("<h1>").append(escaped(title)).append("</h1>\n");
        markdown.append("# ").append(title).append("\n\n");
    }

    /** A paragraph; text between backticks is code. */
    public Report text(String text) {
        html.append("<p>")
                .append(escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>"))
                .append("</p>\n");
        markdown.append(text).append("\n\n");
        return this;
    }

    public Report tables(List<Table> tables) {
        tables.forEach(table -> {
            html.append(html(table));
            markdown.append(markdown(table)).append('\n');
        });
        return this;
    }

    /** Preformatted text below a heading. */
    public Report block(String heading, String text) {
        html.append("<h2>%s</h2><pre>%s</pre>%n".formatted(escaped(heading), escaped(text)));
        markdown.append("## %s%n%n```%n%s```%n".formatted(heading, text));
        return this;
    }

    /** Only in the HTML page: images of the plots, with a numbered list of the bands that they show. */
    public Report plots(List<Plot> plots) {
        html.append("<figure>\n");
        plots.forEach(
                plot -> html.append("<img alt=\"%s\" src=\"%s\">%n".formatted(escaped(plot.title()), plot.dataUri())));
        var bands =
                plots.stream().flatMap(plot -> plot.bands().stream()).distinct().toList();
        if (!bands.isEmpty()) {
            html.append("<figcaption>Shaded: <ol>");
            bands.forEach(band -> html.append("<li>%s (until %.0f s)</li>".formatted(escaped(band.name()), band.to())));
            html.append("</ol></figcaption>");
        }
        html.append("</figure>\n");
        return this;
    }

    /** Only in the HTML page: a long table that is collapsed at first. */
    public Report details(String summary, Table table) {
        html.append("<details><summary>%s</summary><div class=\"scroll\">%s</div></details>%n"
                .formatted(escaped(summary), html(table)));
        return this;
    }

    /** Only in the Markdown file. */
    public Report markdown(String text) {
        markdown.append(text).append("\n\n");
        return this;
    }

    public String markdown() {
        return markdown.toString();
    }

    public String html() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(title) + "</title><style>" + STYLE + "</style></head><body><main>\n" + html
                + "</main></body></html>\n";
    }

    public static String markdown(Table table) {
        var heading = "## " + table.title() + "\n\n";
        if (table.rows().isEmpty()) return heading + "None.\n";
        return heading + row(table.head()) + "|" + "---|".repeat(table.head().size()) + "\n"
                + table.rows().stream().map(Report::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String html(Table table) {
        var heading = "<h2>" + escaped(table.title()) + "</h2>\n";
        if (table.rows().isEmpty()) return heading + "<p>None.</p>\n";
        return heading + "<table><thead><tr>" + cells("<th scope=\"col\">%s</th>", table.head())
                + "</tr></thead><tbody>\n"
                + table.rows().stream()
                        .map(row -> "<tr><th scope=\"row\">%s</th>%s</tr>%n"
                                .formatted(escaped(row.getFirst()), cells("<td>%s</td>", row.subList(1, row.size()))))
                        .collect(Collectors.joining())
                + "</tbody></table>\n";
    }

    private static String cells(String pattern, List<String> texts) {
        return texts.stream().map(text -> pattern.formatted(escaped(text))).collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
