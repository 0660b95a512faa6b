package parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        var common = write(
                "common.env",
                "PARLEY_PRODUCTION=true",
                "PARLEY_PROXIES=10.0.0.0/8",
                "DB_HOST=db.example.org",
                "DB_SSL_MODE=REQUIRED");
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

    @ParameterizedTest
    @CsvSource({
        "db.example.org, DISABLED, true",
        "db.example.org, PREFERRED, true",
        "db.example.org, REQUIRED, true",
        "127.0.0.1.example.org, REQUIRED, true",
        "db.example.org, VERIFY_CA, false",
        "db.example.org, '', false",
        "127.0.0.1, DISABLED, false",
        "127.1.2.3, PREFERRED, false",
        "LOCALHOST, REQUIRED, false",
        "'[::1]', REQUIRED, false",
        "'', REQUIRED, false"
    })
    void production_needs_a_verified_certificate_of_a_remote_database(String host, String mode, boolean isFound) {
        var settings = Map.of(
                "PARLEY_PRODUCTION", "true", "PARLEY_TOKEN_KEY_FILE", "key.pem", "DB_HOST", host, "DB_SSL_MODE", mode);
        assertThat(texts(environment(settings)))
                .hasSize(isFound ? 1 : 0)
                .allMatch(text -> text.contains("DB_SSL_MODE"));
    }

    @Test
    void the_environment_is_checked_for_what_is_meant_for_parley() throws IOException {
        Files.writeString(folder.resolve("DB_PORT"), "none\n");
        var settings = Map.of(
                "PARLEY_ROLE", "chat",
                "PARLEY_OPERTORS", "ada",
                "HTTP_PROT", "9080",
                "parley.limits.sendspersecond", "10",
                "VARIABLE_SOURCE_DIRS", folder.toString());
        assertThat(texts(environment(settings)))
                .containsExactly(
                        "DB_PORT: 'none' is not a port, 1 to 65535, or -1 for off",
                        "HTTP_PROT: there is no such setting; did you mean HTTP_PORT?",
                        "PARLEY_OPERTORS: there is no such setting; did you mean PARLEY_OPERATORS?",
                        "parley.limits.sendspersecond: there is no such setting; did you mean parley.limits.sendsPerSecond?");
    }

    @Test
    void variables_of_other_programs_are_no_findings() {
        var others = Map.of(
                "PATH", "/bin",
                "HOSTNAME", "chat-1",
                "HTTP_PROXY", "http://proxy:3128",
                "HTTPS_PROXY", "http://proxy:3128",
                "OTEL_ANYTHING", "1",
                "PARLEY_URL", "https://chat.example.org/",
                "PARLEY_PROBE_ACCOUNTS", "/etc/parley/probe");
        assertThat(environment(others)).isEmpty();
    }

    private static List<ConfigFinding> environment(Map<String, String> variables) {
        return new ConfigCheck(SettingCatalog.documented()).of(new Variables(variables));
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
