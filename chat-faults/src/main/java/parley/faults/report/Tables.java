package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a report: the same in both forms. */
record Tables(String title, List<String> head, List<List<String>> rows) {

    private static final double MIB = 1024 * 1024;

    static List<Tables> of(RunResult run) {
        var tables = new ArrayList<Tables>();
        tables.add(verdict(run));
        tables.add(speed(run));
        tables.add(faults(run.recoveries()));
        if (!run.refused().isEmpty()) {
            tables.add(new Tables("Refused, and said again where that makes sense", List.of("code", "times"),
                    run.refused().entrySet().stream().map(each -> List.of(each.getKey(), number(each.getValue()))).toList()));
        }
        tables.add(new Tables("What the clients counted", List.of("what", "times"), run.counts().entrySet().stream()
                .filter(each -> !each.getKey().startsWith("refused "))
                .map(each -> List.of(each.getKey(), number(each.getValue())))
                .toList()));
        return tables;
    }

    private static Tables verdict(RunResult run) {
        var v = run.verdict();
        var c = v.counts();
        return new Tables("Verdict", List.of("what", "number"), List.of(
                row("sent", c.sent()),
                row("acknowledged", c.acknowledged()),
                row("never acknowledged (of these in the log once)", c.unacknowledged(), c.unacknowledgedInLog()),
                row("acknowledged ones said again", c.repeats()),
                row("records of the log", c.logged()),
                row("message rows, event rows", c.messages(), c.events()),
                row("recorded repeats, void, revoked, parked", c.repeatsInLog(), c.voids(), c.revoked(), c.parked()),
                row("conversations, views of clients", c.conversations(), c.views()),
                row("lines compared", c.compared()),
                row("lost", v.lost()),
                row("doubled", v.doubled()),
                row("reordered or moved", v.reordered()),
                row("diverged", v.diverged()),
                row("unknown", v.unknown()),
                List.of("all violations", v.found().isEmpty() ? "0" : v.found().toString())));
    }

    private static Tables speed(RunResult run) {
        return new Tables("Speed", List.of("what", "value"), List.of(
                List.of("took", "%d min %d s".formatted(run.took().toMinutes(), run.took().toSecondsPart())),
                List.of("acknowledged each second: mean, most", number(run.meanAcknowledged()) + ", " + number(run.mostAcknowledged())),
                List.of("from the first try to the ok, faults included: p50, p99",
                        number(run.latency().p50()) + " ms, " + number(run.latency().p99()) + " ms"),
                List.of("largest lag of the persister", number(run.largestLag()) + " records"),
                List.of("largest tail, all chat nodes", mib(run.largestTail())),
                List.of("most resident memory, chat nodes and persisters", mib(run.mostResident()))));
    }

    static Tables faults(List<Recovery> recoveries) {
        return new Tables("Faults, and how soon all was as before", List.of("fault", "times", "median", "worst"),
                Faults.of(recoveries).stream()
                        .map(each -> List.of(each.fault(), number(each.times()), seconds(each.median()), seconds(each.worst())))
                        .toList());
    }

    private static List<String> row(String what, long... numbers) {
        return List.of(what, java.util.Arrays.stream(numbers).mapToObj(Tables::number).reduce((a, b) -> a + ", " + b).orElse(""));
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

    String markdown() {
        var text = new StringBuilder("## ").append(title).append("\n\n");
        if (rows.isEmpty()) return text.append("None.\n").toString();
        text.append("| ").append(String.join(" | ", head)).append(" |\n|").append("---|".repeat(head.size())).append('\n');
        for (var row : rows) text.append("| ").append(String.join(" | ", row)).append(" |\n");
        return text.toString();
    }

    String html() {
        if (rows.isEmpty()) return "<h2>%s</h2><p>None.</p>%n".formatted(Html.escaped(title));
        var text = new StringBuilder("<h2>").append(Html.escaped(title)).append("</h2>\n<table><thead><tr>");
        head.forEach(each -> text.append("<th scope=\"col\">").append(Html.escaped(each)).append("</th>"));
        text.append("</tr></thead><tbody>\n");
        for (var row : rows) {
            text.append("<tr><th scope=\"row\">").append(Html.escaped(row.getFirst())).append("</th>");
            row.stream().skip(1).forEach(each -> text.append("<td>").append(Html.escaped(each)).append("</td>"));
            text.append("</tr>\n");
        }
        return text.append("</tbody></table>\n").toString();
    }
}
