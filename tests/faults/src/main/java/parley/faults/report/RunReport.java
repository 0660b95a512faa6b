package parley.faults.report;

import static parley.faults.report.Format.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import parley.cluster.client.Json;
import parley.cluster.report.Report;
import parley.cluster.report.Table;

/**
 * Writes the result of a run as {@code SEED.html}, {@code SEED.md} and {@code SEED.json}, and updates the summary of all
 * runs in the folder.
 */
public final class RunReport {

    private static final double MIB = 1024 * 1024;

    private RunReport() {}

    public static void write(Path folder, RunResult run) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(run.seed() + ".json"),
                    Json.of(RunSummary.of(run)).toPrettyString());
            write(folder, Long.toString(run.seed()), report(run));
            write(folder, "summary", Summary.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, Report report) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), report.markdown());
        Files.writeString(folder.resolve(name + ".html"), report.html());
    }

    /** For a run that was aborted. */
    public static void writeUnfinished(Path folder, long seed, During during) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(seed + "-unfinished.md"),
                    "# Run " + seed + ", which was aborted\n\n" + during.markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report report(RunResult run) {
        boolean holds = run.verdict().holds();
        var report = new Report("Run " + run.seed() + (holds ? ": no violations" : ": violations found"))
                .text("Repeat it: `" + run.command() + "`")
                .text("Started %s on %s. %s".formatted(run.began(), run.machine(), run.load()))
                .markdown("The plots are in `" + run.seed() + ".html`.")
                .plots(TimePlots.of(run.samples(), run.marks()))
                .tables(tables(run));
        if (!holds) report.block("Violations", run.verdict().explained());
        return report.details("The plots as a table", TimePlots.table(run.samples()));
    }

    private static List<Table> tables(RunResult run) {
        var tables = new ArrayList<>(List.of(verdict(run), speed(run)));
        tables.addAll(run.during().tables());
        tables.add(Recovery.table(run.recoveries()));
        tables.add(run.phases().table());
        if (!run.refused().isEmpty())
            tables.add(new Table("Refusals", List.of("code", "times"), Format.rows(run.refused())));
        tables.add(new Table(
                "Counts of the clients",
                List.of("what", "times"),
                Format.rows(run.counts()).stream()
                        .filter(row -> !row.getFirst().startsWith("refused "))
                        .toList()));
        return tables;
    }

    private static Table verdict(RunResult run) {
        var verdict = run.verdict();
        var counts = verdict.counts();
        return new Table(
                "Verdict",
                List.of("what", "number"),
                List.of(
                        row("sent", counts.sent()),
                        row("acknowledged", counts.acknowledged()),
                        row(
                                "never acknowledged (of these in the log)",
                                counts.unacknowledged(),
                                counts.unacknowledgedInLog()),
                        row("sent again after their acknowledgement", counts.repeats()),
                        row("records of the log", counts.logged()),
                        row("message rows, event rows", counts.messages(), counts.events()),
                        row(
                                "recorded repeats, void, revoked, parked",
                                counts.repeatsInLog(),
                                counts.voids(),
                                counts.revoked(),
                                counts.parked()),
                        row("conversations, views of clients", counts.conversations(), counts.views()),
                        row("lines compared", counts.compared()),
                        row("roles, attributes, counters and drafts compared", counts.values()),
                        row("lost", verdict.lost()),
                        row("duplicated", verdict.duplicated()),
                        row("reordered or moved", verdict.reordered()),
                        row("diverged", verdict.diverged()),
                        row("unknown", verdict.unknown()),
                        List.of(
                                "all violations",
                                verdict.holds() ? "0" : verdict.found().toString())));
    }

    private static Table speed(RunResult run) {
        var latency = run.latency();
        return new Table(
                "Speed",
                List.of("what", "value"),
                List.of(
                        List.of(
                                "took",
                                "%d min %d s"
                                        .formatted(
                                                run.took().toMinutes(),
                                                run.took().toSecondsPart())),
                        row(
                                "acknowledged per second: mean, maximum",
                                run.meanAcknowledged(),
                                run.largest(Sample::acknowledged)),
                        List.of(
                                "from the first attempt to ok, including faults: p50, p99",
                                number(latency.p50()) + " ms, " + number(latency.p99()) + " ms"),
                        List.of("largest lag of the persister", number(run.largest(Sample::lag)) + " records"),
                        List.of("largest tail, all chat nodes", mib(run.largest(Sample::tailBytes))),
                        List.of(
                                "largest resident memory, chat nodes and persisters",
                                mib(run.largest(Sample::residentBytes)))));
    }

    private static List<String> row(String what, long... numbers) {
        return List.of(what, Arrays.stream(numbers).mapToObj(Format::number).collect(Collectors.joining(", ")));
    }

    private static String mib(long bytes) {
        return number(Math.round(bytes / MIB)) + " MiB";
    }
}
