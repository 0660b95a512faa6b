package parley.bench.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import parley.bench.result.Results;
import parley.cluster.client.Json;
import parley.cluster.report.Report;

/** Writes the results of a run. */
public final class BenchReport {

    private static final System.Logger LOG = System.getLogger(BenchReport.class.getName());

    private BenchReport() {}

    public static void write(Path folder, RunInfo run, Results results) {
        var lines = Line.of(results.figures());
        var plots = Plots.of(results);
        var report = new Report("Benchmark")
                .text("`" + run.command() + "`")
                .text("Started %s, took %d min %d s, on %s. %s."
                        .formatted(
                                run.began(),
                                run.took().toMinutes(),
                                run.took().toSecondsPart(),
                                run.machine(),
                                run.versions()));
        for (var file : plots.keySet()) {
            report.markdown("![%s](%s)".formatted(file.replace(".svg", "").replace('-', ' '), file));
        }
        report.tables(Line.tables(lines)).plots(List.copyOf(plots.values()));
        try {
            Files.writeString(
                    folder.resolve("results.json"), json(run, lines, results).toPrettyString());
            for (var plot : plots.entrySet())
                Files.writeString(folder.resolve(plot.getKey()), plot.getValue().svg());
            Files.writeString(folder.resolve("index.md"), report.markdown());
            Files.writeString(folder.resolve("index.html"), report.html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.log(System.Logger.Level.INFO, "The report is {0}.", folder.resolve("index.html"));
    }

    private static ObjectNode json(RunInfo run, List<Line> lines, Results results) {
        var latencies = new LinkedHashMap<String, List<double[]>>();
        results.latencies().forEach((name, histogram) -> latencies.put(name, Plots.percentiles(histogram)));
        return Json.of(
                "began", run.began().toString(),
                "seconds", run.took().toSeconds(),
                "machine", run.machine(),
                "versions", run.versions(),
                "command", run.command(),
                "figures", lines.stream().map(Line::json).toList(),
                "latencies", latencies,
                "series", results.allSeries());
    }
}
