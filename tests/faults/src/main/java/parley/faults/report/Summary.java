package parley.faults.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.cluster.client.Json;
import parley.cluster.report.Report;

/** The results of all seeds on one page. Its Markdown is the source of the results in {@code docs/results}. */
final class Summary {

    private Summary() {}

    /** Of all the runs whose reports are in the folder. */
    static Report of(Path folder) throws IOException {
        var runs = new ArrayList<RunSummary>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.getFileName().toString().matches("-?\\d+\\.json"))
                    .toList()) runs.add(Json.read(Files.readString(file), RunSummary.class));
        }
        runs.sort(Comparator.comparing(RunSummary::began));
        return of(runs);
    }

    private static Report of(List<RunSummary> runs) {
        var report = new Report("Runs of the fault suite");
        if (runs.isEmpty()) return report.text("No run yet.");
        var last = runs.getLast();
        var during = During.merged(runs.stream().map(RunSummary::during).toList());
        var recoveries = runs.stream().flatMap(run -> run.recoveries().stream()).toList();
        return report.text("On %s. Repeat the last one: `%s`".formatted(last.machine(), last.command()))
                .tables(List.of(RunSummary.table(runs)))
                .tables(during.tables())
                .tables(List.of(Recovery.table(recoveries)));
    }
}
