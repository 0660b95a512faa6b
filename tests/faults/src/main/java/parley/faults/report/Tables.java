package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.cluster.report.Table;

/** The tables of a report: the same in both forms. */
final class Tables {

    private static final double MIB = 1024 * 1024;

    private Tables() {}

    static List<Table> of(RunResult run) {
        var tables = new ArrayList<Table>();
        tables.add(verdict(run));
        tables.add(speed(run));
        tables.addAll(run.during().tables());
        tables.add(faults(run.recoveries()));
        if (!run.refused().isEmpty()) {
            tables.add(new Table(
                    "Refused, and said again where that makes sense",
                    List.of("code", "times"),
                    run.refused().entrySet().stream()
                            .map(each -> List.of(each.getKey(), number(each.getValue())))
                            .toList()));
        }
        tables.add(new Table(
                "What the clients counted",
                List.of("what", "times"),
                run.counts().entrySet().stream()
                        .filter(each -> !each.getKey().startsWith("refused "))
                        .map(each -> List.of(each.getKey(), number(each.getValue())))
                        .toList()));
        return tables;
    }

    private static Table verdict(RunResult run) {
        var v = run.verdict();
        var c = v.counts();
        return new Table(
                "Verdict",
                List.of("what", "number"),
                List.of(
                        row("sent", c.sent()),
                        row("acknowledged", c.acknowledged()),
                        row(
                                "never acknowledged (of these in the log once)",
                                c.unacknowledged(),
                                c.unacknowledgedInLog()),
                        row("acknowledged ones said again", c.repeats()),
                        row("records of the log", c.logged()),
                        row("message rows, event rows", c.messages(), c.events()),
                        row(
                                "recorded repeats, void, revoked, parked",
                                c.repeatsInLog(),
                                c.voids(),
                                c.revoked(),
                                c.parked()),
                        row("conversations, views of clients", c.conversations(), c.views()),
                        row("lines compared", c.compared()),
                        row("lost", v.lost()),
                        row("doubled", v.doubled()),
                        row("reordered or moved", v.reordered()),
                        row("diverged", v.diverged()),
                        row("unknown", v.unknown()),
                        List.of(
                                "all violations",
                                v.found().isEmpty() ? "0" : v.found().toString())));
    }

    private static Table speed(RunResult run) {
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
                        List.of(
                                "acknowledged each second: mean, most",
                                number(run.meanAcknowledged()) + ", " + number(run.mostAcknowledged())),
                        List.of(
                                "from the first try to the ok, faults included: p50, p99",
                                number(run.latency().p50()) + " ms, "
                                        + number(run.latency().p99()) + " ms"),
                        List.of("largest lag of the persister", number(run.largestLag()) + " records"),
                        List.of("largest tail, all chat nodes", mib(run.largestTail())),
                        List.of("most resident memory, chat nodes and persisters", mib(run.mostResident()))));
    }

    static Table faults(List<Recovery> recoveries) {
        return new Table(
                "Faults, and how soon all was as before",
                List.of("fault", "times", "median", "worst"),
                Faults.of(recoveries).stream()
                        .map(each -> List.of(
                                each.fault(), number(each.times()), seconds(each.median()), seconds(each.worst())))
                        .toList());
    }

    private static List<String> row(String what, long... numbers) {
        return List.of(
                what,
                java.util.Arrays.stream(numbers)
                        .mapToObj(Tables::number)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String mib(long bytes) {
        return number(Math.round(bytes / MIB)) + " MiB";
    }
}
