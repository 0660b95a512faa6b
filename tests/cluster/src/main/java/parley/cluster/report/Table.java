package parley.cluster.report;

import java.util.List;

/** A table of a report: the same in both forms. */
public record Table(String title, List<String> head, List<List<String>> rows) {

    public String markdown() {
        var text = new StringBuilder("## ").append(title).append("\n\n");
        if (rows.isEmpty()) return text.append("None.\n").toString();
        text.append("| ")
                .append(String.join(" | ", head))
                .append(" |\n|")
                .append("---|".repeat(head.size()))
                .append('\n');
        for (var row : rows) text.append("| ").append(String.join(" | ", row)).append(" |\n");
        return text.toString();
    }

    public String html() {
        if (rows.isEmpty()) return "<h2>%s</h2><p>None.</p>%n".formatted(HtmlPage.escaped(title));
        var text = new StringBuilder("<h2>").append(HtmlPage.escaped(title)).append("</h2>\n<table><thead><tr>");
        head.forEach(each ->
                text.append("<th scope=\"col\">").append(HtmlPage.escaped(each)).append("</th>"));
        text.append("</tr></thead><tbody>\n");
        for (var row : rows) {
            text.append("<tr><th scope=\"row\">")
                    .append(HtmlPage.escaped(row.getFirst()))
                    .append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(each ->
                            text.append("<td>").append(HtmlPage.escaped(each)).append("</td>"));
            text.append("</tr>\n");
        }
        return text.append("</tbody></table>\n").toString();
    }
}
