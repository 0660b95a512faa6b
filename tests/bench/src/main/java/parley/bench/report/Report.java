package parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.bench.result.Results;
import parley.cluster.report.HtmlPage;
import parley.cluster.report.Table;

/** Writes what a run found. */
public final class Report {

    private static final System.Logger LOG = System.getLogger(Report.class.getName());

    private Report() {}

    public static void write(Path folder, RunInfo run, Results results) {
        var lines = Line.of(results.figures());
        var plots = Plots.of(results);
        var tables = Line.tables(lines);
        try {
            Files.writeString(
                    folder.resolve("results.json"),
                    ResultsJson.of(run, lines, results).toPrettyString());
            for (var plot : plots.entrySet()) Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
            Files.writeString(folder.resolve("index.md"), markdown(run, plots, tables));
            Files.writeString(folder.resolve("index.html"), HtmlPage.of("Benchmark", html(run, plots, tables)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.log(System.Logger.Level.INFO, "The report is {0}.", folder.resolve("index.html"));
    }

    private static String markdown(RunInfo run, Map<String, String> plots, List<Table> tables) {
        var text = new StringBuilder("# Benchmark\n\n`")
                .append(run.command())
                .append("`\n\n")
                .append(where(run))
                .append("\n\n");
        plots.keySet()
                .forEach(file -> text.append("![")
                        .append(file.replace(".svg", "").replace('-', ' '))
                        .append("](")
                        .append(file)
                        .append(")\n"));
        return text.append('\n')
                .append(tables.stream().map(Table::markdown).collect(Collectors.joining("\n")))
                .toString();
    }

    private static String html(RunInfo run, Map<String, String> plots, List<Table> tables) {
        var text = new StringBuilder("<h1>Benchmark</h1>\n<p><code>")
                .append(HtmlPage.escaped(run.command()))
                .append("</code></p>\n<p>")
                .append(HtmlPage.escaped(where(run)))
                .append("</p>\n");
        tables.forEach(table -> text.append(table.html()));
        plots.values().forEach(plot -> text.append("<figure>").append(plot).append("</figure>\n"));
        return text.toString();
    }

    private static String where(RunInfo run) {
        return "Began %s, took %d min %d s, on %s. %s."
                .formatted(
                        run.began(), run.took().toMinutes(), run.took().toSecondsPart(), run.machine(), run.versions());
    }
}
