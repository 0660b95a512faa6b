package parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {

    @TempDir
    Path folder;

    @Test
    void valid_settings_have_no_findings() throws IOException {
        assertThat(check("# a comment", "", "PARLEY_ROLE=chat", "DB_PASSWORD=\"a b\"", "JAVA_HOME=/opt/java"))
                .isEmpty();
    }

    @Test
    void an_unknown_setting_is_found_with_what_was_probably_meant() throws IOException {
        var findings = check("PARLEY_ROLE=chat", "PARLEY_OPERTORS=ada");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.name()).isEqualTo("PARLEY_OPERTORS");
            assertThat(finding.hint()).isEqualTo("PARLEY_OPERATORS");
        });
    }

    @Test
    void property_keys_have_to_be_spelled_exactly() throws IOException {
        assertThat(check("parley.limits.sendsPerSecond=10")).isEmpty();
        assertThat(check("parley.limits.sendspersecond=10"))
                .singleElement()
                .extracting(ConfigFinding::hint)
                .isEqualTo("parley.limits.sendsPerSecond");
    }

    @Test
    void a_bad_value_is_found_and_the_message_says_what_is_expected() throws IOException {
        assertThat(texts(check("PARLEY_ROLE=chatty", "HTTP_PORT=none", "PARLEY_LIMITS_READ=fast")))
                .satisfiesExactly(
                        role -> assertThat(role).contains("'chatty' is not one of all, chat, rest, persister"),
                        port -> assertThat(port).contains("'none' is not a port"),
                        limit -> assertThat(limit).contains("'fast' is not limits such as 10:20/10m"));
    }

    @Test
    void lines_that_are_no_settings_and_repeated_ones_are_found() throws IOException {
        assertThat(texts(check("PARLEY_ROLE chat", "DB_NAME=one", "DB_NAME=two")))
                .satisfiesExactly(
                        line -> assertThat(line).contains(":1: this line is not NAME=VALUE"),
                        again -> assertThat(again).contains(":3: DB_NAME: it is also set in line 2"));
    }

    @Test
    void later_files_win_and_production_needs_what_belongs_together() throws IOException {
        var common = write("common.env", "PARLEY_PRODUCTION=true", "PARLEY_PROXIES=10.0.0.0/8", "DB_SSL_MODE=REQUIRED");
        assertThat(texts(new ConfigCheck(SettingCatalog.documented()).of(List.of(common))))
                .anyMatch(text -> text.contains("DB_SSL_MODE"))
                .anyMatch(text -> text.contains("PARLEY_TOKEN_KEY_FILE"))
                .anyMatch(text -> text.contains("PARLEY_PROXIES_REGEX"))
                .hasSize(3);
        var node = write(
                "chat-1.env",
                "DB_SSL_MODE=VERIFY_CA",
                "PARLEY_TOKEN_KEY_FILE=/etc/parley/key.pem",
                "PARLEY_PROXIES_REGEX=10[.].*");
        assertThat(new ConfigCheck(SettingCatalog.documented()).of(List.of(common, node)))
                .isEmpty();
    }

    private List<ConfigFinding> check(String... lines) throws IOException {
        return new ConfigCheck(SettingCatalog.documented()).of(List.of(write("parley.env", lines)));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), Arrays.asList(lines));
    }

    private static List<String> texts(List<ConfigFinding> findings) {
        return findings.stream().map(ConfigFinding::toString).toList();
    }
}
