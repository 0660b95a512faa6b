package parley.faults.report;

import java.util.stream.Collectors;

/** A run as a page that needs nothing else. */
final class Html {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --faint: #d5d5dd; --a: #0b57d0; --b: #b3261e; --fault: #b3261e22; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --faint: #3a3a44; --a: #8ab4f8; --b: #f2b8b5; --fault: #f2b8b533; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--faint); font-weight: normal; }
            thead th { font-weight: 600; }
            svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
            .axis { stroke: var(--faint); } .a { stroke: var(--a); fill: none; stroke-width: 1.5; } .b { stroke: var(--b); fill: none; stroke-width: 1.5; stroke-dasharray: 5 3; }
            .fault { fill: var(--fault); } pre { overflow: auto; padding: 1rem; border: 1px solid var(--faint); }
            .scroll { max-height: 24rem; overflow: auto; }
            """;

    private Html() {}

    static String of(RunResult run) {
        boolean holds = run.verdict().holds();
        var text = new StringBuilder();
        text.append("<h1>Run ").append(run.seed()).append(": ").append(holds ? "nothing is wrong" : "something is wrong").append("</h1>\n");
        text.append("<p>Repeat it: <code>").append(escaped(run.command())).append("</code></p>\n");
        text.append("<p>Began ").append(run.began()).append(" on ").append(escaped(run.machine())).append(". ")
                .append(escaped(run.load())).append("</p>\n");
        text.append(Plot.of(run.samples(), run.marks()));
        text.append(Tables.of(run).stream().map(Tables::html).collect(Collectors.joining("\n")));
        if (!holds) text.append("<h2>What is wrong</h2><pre>").append(escaped(run.verdict().explained())).append("</pre>\n");
        text.append("<details><summary>The plot as a table</summary><div class=\"scroll\">").append(Plot.table(run)).append("</div></details>\n");
        return page("Run " + run.seed(), text.toString());
    }

    static String page(String title, String content) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(title) + "</title><style>" + STYLE + "</style></head><body><main>\n" + content + "</main></body></html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
