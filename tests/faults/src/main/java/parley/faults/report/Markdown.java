package parley.faults.report;

import java.util.stream.Collectors;
import parley.cluster.report.Table;

/** A run as Markdown. */
final class Markdown {

    private Markdown() {}

    static String of(RunResult run) {
        var text = new StringBuilder("# Run ")
                .append(run.seed())
                .append(run.verdict().holds() ? ": nothing is wrong\n\n" : ": something is wrong\n\n");
        text.append("Repeat it: `").append(run.command()).append("`\n\n");
        text.append("Began ")
                .append(run.began())
                .append(" on ")
                .append(run.machine())
                .append(". ")
                .append(run.load())
                .append("\n\n");
        text.append("The plot is in `").append(run.seed()).append(".html`.\n\n");
        text.append(Tables.of(run).stream().map(Table::markdown).collect(Collectors.joining("\n")));
        if (!run.verdict().holds())
            text.append("\n## What is wrong\n\n```\n")
                    .append(run.verdict().explained())
                    .append("```\n");
        return text.toString();
    }
}
