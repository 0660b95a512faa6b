package parley.faults.report;

import java.util.stream.Collectors;
import parley.cluster.report.HtmlPage;
import parley.cluster.report.Table;

/** A run as a page that needs nothing else. */
final class Html {

    private Html() {}

    static String of(RunResult run) {
        boolean holds = run.verdict().holds();
        var text = new StringBuilder();
        text.append("<h1>Run ")
                .append(run.seed())
                .append(": ")
                .append(holds ? "nothing is wrong" : "something is wrong")
                .append("</h1>\n");
        text.append("<p>Repeat it: <code>")
                .append(HtmlPage.escaped(run.command()))
                .append("</code></p>\n");
        text.append("<p>Began ")
                .append(run.began())
                .append(" on ")
                .append(HtmlPage.escaped(run.machine()))
                .append(". ")
                .append(HtmlPage.escaped(run.load()))
                .append("</p>\n");
        text.append(TimePlots.of(run.samples(), run.marks()));
        text.append(Tables.of(run).stream().map(Table::html).collect(Collectors.joining("\n")));
        if (!holds)
            text.append("<h2>What is wrong</h2><pre>")
                    .append(HtmlPage.escaped(run.verdict().explained()))
                    .append("</pre>\n");
        text.append("<details><summary>The plot as a table</summary><div class=\"scroll\">")
                .append(TimePlots.table(run))
                .append("</div></details>\n");
        return HtmlPage.of("Run " + run.seed(), text.toString());
    }
}
