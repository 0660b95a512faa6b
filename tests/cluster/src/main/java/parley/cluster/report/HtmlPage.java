package parley.cluster.report;

/** An HTML page that needs nothing else, with lines and tables that are to be read by day and by night. */
public final class HtmlPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #ffffff; --faint: #d5d5dd; --a: #0b57d0; --b: #b3261e; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e6ea; --paper: #16161a; --faint: #3a3a44; --a: #8ab4f8; --b: #f2b8b5; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid var(--faint); font-weight: normal; }
            thead th { font-weight: 600; }
            svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
            pre { overflow: auto; padding: 1rem; border: 1px solid var(--faint); }
            .scroll { max-height: 24rem; overflow: auto; }
            """;

    private HtmlPage() {}

    public static String of(String title, String content) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(title) + "</title><style>" + STYLE + "</style></head><body><main>\n" + content
                + "</main></body></html>\n";
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
