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
    private static final Pattern SET_ON_PAGE = Pattern.compile("(?m)^([A-Z_]+)=");
    private static final Pattern SET_IN_COMPOSE = Pattern.compile("(?m)^  ([A-Z_]+):");
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

    @Test
    void the_deployment_page_and_the_compose_file_set_only_what_exists() throws IOException {
        var known = new TreeSet<String>();
        IN_FILE.matcher(file()).results().forEach(line -> known.add(line.group(1)));
        var page = Files.readString(TestPaths.ROOT.resolve("docs/deploy.md"));
        var compose = Files.readString(TestPaths.ROOT.resolve("deploy/compose.yaml"));
        var settings = compose.substring(compose.indexOf("x-settings:"), compose.indexOf("\nservices:"));
        assertThat(names(SET_ON_PAGE, page)).isNotEmpty().isSubsetOf(known);
        assertThat(names(SET_IN_COMPOSE, settings)).isNotEmpty().isSubsetOf(known);
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
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
