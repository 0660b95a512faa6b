package parley.system.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import parley.cluster.server.TestPaths;

/** The metrics in the tables of docs/operations.md, and those in the answer of a server. */
public final class DocumentedMetrics {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z_]+)(?:\\{[^}]*})?`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");

    private DocumentedMetrics() {}

    public static TreeSet<String> all() throws IOException {
        var all = ofSection("chat node");
        all.addAll(ofSection("persister"));
        all.addAll(ofSection("probe"));
        all.addAll(ofSection("Open Liberty"));
        return all;
    }

    /** @param heading what the heading of the table begins with */
    public static TreeSet<String> ofSection(String heading) throws IOException {
        var page = Files.readString(TestPaths.ROOT.resolve("docs/operations.md"));
        var section = page.substring(page.indexOf("## Metrics\n"), page.indexOf("## Monitoring\n"));
        int begin = section.indexOf("| " + heading);
        int end = section.indexOf("\n\n", begin);
        var names = new TreeSet<String>();
        ROW.matcher(section.substring(begin, end))
                .results()
                .forEach(row -> NAME.matcher(row.group(1)).results().forEach(name -> names.add(name.group(1))));
        return names;
    }

    /** The names that have a type in Prometheus text format. */
    public static TreeSet<String> families(String text) {
        var names = new TreeSet<String>();
        TYPE.matcher(text).results().forEach(type -> names.add(type.group(1)));
        return names;
    }
}
