package parley.faults.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.cluster.client.Json;
import parley.cluster.report.HtmlPage;
import parley.cluster.report.Table;

/** The results of many seeds on one page; its Markdown is what stands in docs/reliability.md. */
public final class Summary {

    private final List<SummaryLine> runs;

    private Summary(List<SummaryLine> runs) {
        this.runs = runs;
    }

    /** Of all the runs whose reports lie in a folder. */
    public static Summary of(Path folder) {
        try (var files = Files.list(folder)) {
            var runs = new ArrayList<SummaryLine>();
            for (var file : files.filter(each -> each.getFileName().toString().matches("-?\\d+\\.json"))
                    .toList()) {
                runs.add(SummaryLine.read(Json.parse(Files.readString(file))));
            }
            runs.sort(Comparator.comparing(SummaryLine::began));
            return new Summary(runs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figures for docs/reliability.md. */
    public String markdown() {
        if (runs.isEmpty()) return "No run yet.\n";
        return "%s Repeat the last one: `%s`\n\n%s\n%s\n%s"
                .formatted(
                        where(),
                        runs.getLast().command(),
                        table().markdown(),
                        during().markdown(),
                        faults().markdown());
    }

    String html() {
        if (runs.isEmpty()) return HtmlPage.of("Runs", "<h1>No run yet</h1>");
        return HtmlPage.of(
                "Runs",
                "<h1>Runs of the fault suite</h1><p>%s Repeat the last one: <code>%s</code></p>%n%s%n%s%n%s"
                        .formatted(
                                HtmlPage.escaped(where()),
                                HtmlPage.escaped(runs.getLast().command()),
                                table().html(),
                                during().html(),
                                faults().html()));
    }

    private String where() {
        return "On " + runs.getLast().machine() + ".";
    }

    private During during() {
        return During.joined(runs.stream().map(SummaryLine::during).toList());
    }

    private Table faults() {
        return Tables.faults(
                runs.stream().flatMap(run -> run.recoveries().stream()).toList());
    }

    private Table table() {
        var rows = runs.stream()
                .map(run -> List.of(
                        Long.toString(run.seed()),
                        Tables.number(run.tookSeconds()) + " s",
                        Tables.number(run.sent()),
                        Tables.number(run.acknowledged()),
                        Tables.number(run.logged()),
                        Tables.number(run.perSecond()),
                        run.p50() + " / " + run.p99() + " ms",
                        Tables.number(run.largestLag()),
                        Tables.number(run.recoveries().size()),
                        "%d / %d / %d / %d / %d"
                                .formatted(run.lost(), run.doubled(), run.reordered(), run.diverged(), run.unknown()),
                        Tables.number(run.violations())))
                .toList();
        return new Table(
                "Runs",
                List.of(
                        "seed",
                        "took",
                        "sent",
                        "acknowledged",
                        "records",
                        "a second",
                        "p50 / p99",
                        "largest lag",
                        "faults",
                        "lost / doubled / reordered / diverged / unknown",
                        "violations"),
                rows);
    }
}
