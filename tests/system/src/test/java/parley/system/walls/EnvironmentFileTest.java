package parley.system.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.cluster.server.TestPaths;

/** The environment file of the server package has each setting of docs/configuration.md, and no other. */
class EnvironmentFileTest {

    private static final Pattern IN_FILE = Pattern.compile("(?m)^#([A-Z_]+)=");
    private static final Pattern ACTIVE = Pattern.compile("(?m)^[^#\\n]+$");
    /** The settings of a row, in its first column. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");

    private static final Pattern NAME = Pattern.compile("`([A-Za-z_.]+)`");
    private static final String EMBEDDED_SERVICES = "## Embedded services";

    @Test
    void it_has_each_documented_setting() throws IOException {
        var docs = Files.readString(TestPaths.ROOT.resolve("docs/configuration.md"));
        var packaged = docs.substring(0, docs.indexOf(EMBEDDED_SERVICES));
        var documented = new TreeSet<String>();
        rows(packaged)
                .forEach(row -> NAME.matcher(row).results().forEach(name -> documented.add(variable(name.group(1)))));
        // The usual name of parley.token.keyFile; see its description.
        documented.add("PARLEY_TOKEN_KEY_FILE");

        var inFile = new TreeSet<String>();
        IN_FILE.matcher(file()).results().forEach(line -> inFile.add(line.group(1)));
        assertThat(inFile).isEqualTo(documented);
    }

    @Test
    void it_changes_nothing_as_delivered() throws IOException {
        assertThat(ACTIVE.matcher(file()).results().map(line -> line.group())).isEmpty();
    }

    private static Stream<String> rows(String text) {
        return ROW.matcher(text).results().map(row -> row.group(1));
    }

    /** MicroProfile Config's rule for environment variables. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String file() throws IOException {
        return Files.readString(TestPaths.ROOT.resolve("deploy/server/etc/parley.env"));
    }
}
