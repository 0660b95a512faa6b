package parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings that the command line knows are the documented ones, and their rules accept the documented defaults. */
class SettingCatalogTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern IN_FILE = Pattern.compile("(?m)^#([A-Z_]+)=");

    private final SettingCatalog catalog = SettingCatalog.documented();

    @Test
    void it_is_the_page_of_the_documentation() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/configuration.md"));
        assertThat(catalog.all()).isEqualTo(SettingCatalog.of(page).all()).hasSizeGreaterThan(100);
    }

    @Test
    void it_has_every_setting_of_the_environment_file() throws IOException {
        var inFile = new TreeSet<String>();
        IN_FILE.matcher(Files.readString(ROOT.resolve("deploy/server/etc/parley.env")))
                .results()
                .forEach(line -> inFile.add(line.group(1)));
        assertThat(catalog.variables()).containsAll(inFile);
    }

    @Test
    void every_documented_default_is_a_valid_value() {
        for (var setting : catalog.all()) {
            if (setting.otherwise() == null || setting.otherwise().matches("none|off")) continue;
            // A few defaults name another setting.
            if (setting.otherwise().startsWith("PARLEY_") || setting.otherwise().startsWith("kafka.")) continue;
            assertThat(setting.rule().holds(setting.otherwise()))
                    .as(setting + ": " + setting.rule().expected())
                    .isTrue();
        }
    }

    @Test
    void every_special_rule_is_of_a_documented_setting() {
        assertThat(catalog.variables()).containsAll(ValueRule.SPECIAL.keySet());
    }

    @Test
    void types_follow_from_defaults() {
        assertThat(rule("parley.limits.sendsPerSecond").holds("fast")).isFalse();
        assertThat(rule("parley.limits.conversation").holds("60:5/1s,500:500/1h"))
                .isTrue();
        assertThat(rule("parley.limits.read").holds("500")).isFalse();
        assertThat(rule("HTTP_PORT").holds("70000")).isFalse();
        assertThat(rule("parley.production").holds("yes")).isFalse();
    }

    private ValueRule rule(String name) {
        return catalog.find(name).orElseThrow().rule();
    }

    @Test
    void a_similar_setting_is_suggested_in_the_same_spelling() {
        assertThat(catalog.similar("PARLEY_OPERATOR")).hasValue("PARLEY_OPERATORS");
        assertThat(catalog.similar("parley.token.keyfile")).hasValue("parley.token.keyFile");
        assertThat(catalog.similar("SOMETHING_ELSE_ENTIRELY")).isEmpty();
    }
}
