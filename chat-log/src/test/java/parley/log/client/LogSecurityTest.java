package parley.log.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSecurityTest {

    @TempDir
    Path folder;

    @Test
    void properties_that_are_not_configured_are_absent() {
        assertThat(properties(Map.of())).isEmpty();
    }

    @Test
    void every_key_is_mapped() {
        assertThat(properties(Map.of(
                        "parley.log.securityProtocol",
                        "SASL_SSL",
                        "parley.log.saslMechanism",
                        "SCRAM-SHA-512",
                        "parley.log.saslJaasConfig",
                        "login;",
                        "parley.log.trustStore",
                        "/trust.pem",
                        "parley.log.trustStoreType",
                        "PEM",
                        "parley.log.keyStore",
                        "/key.p12",
                        "parley.log.keyStoreType",
                        "PKCS12",
                        "parley.log.keyStorePassword",
                        "a",
                        "parley.log.trustStorePassword",
                        "b",
                        "parley.log.keyPassword",
                        "c")))
                .containsOnly(
                        Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                        Map.entry("sasl.jaas.config", "login;"), Map.entry("ssl.truststore.location", "/trust.pem"),
                        Map.entry("ssl.truststore.type", "PEM"), Map.entry("ssl.keystore.location", "/key.p12"),
                        Map.entry("ssl.keystore.type", "PKCS12"), Map.entry("ssl.keystore.password", "a"),
                        Map.entry("ssl.truststore.password", "b"), Map.entry("ssl.key.password", "c"));
    }

    @Test
    void a_secret_is_read_from_its_file() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "secret\n");
        assertThat(properties(Map.of("parley.log.keyStorePasswordFile", file.toString())))
                .containsOnly(Map.entry("ssl.keystore.password", "secret"));
    }

    @Test
    void a_secret_that_is_configured_twice_or_whose_file_is_missing_is_rejected_without_revealing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        properties(Map.of("parley.log.keyPassword", "secret", "parley.log.keyPasswordFile", "/x")))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(Map.of(
                        "parley.log.saslJaasConfigFile",
                        folder.resolve("missing").toString())))
                .withMessageContaining("parley.log.saslJaasConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9092", "localhost:9092, [::1]:9093", "127.8.0.1:1"})
    void a_local_broker_needs_no_encryption(String servers) {
        assertThat(LogSecurity.isLoopback(servers)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka:9092",
                "127.0.0.1:9092,kafka:9092",
                "127.0.0.1.example.org:9092",
                "10.0.0.1:9092",
                "",
                "localhost"
            })
    void a_remote_broker_needs_encryption(String servers) {
        assertThat(LogSecurity.isLoopback(servers)).isFalse();
    }

    @Test
    void production_mode_rejects_plain_text_to_a_remote_broker_unless_it_is_configured() {
        assertThat(LogSecurity.refusal("kafka:9092", key -> Optional.empty()))
                .hasValueSatisfying(why -> assertThat(why).contains("kafka:9092", "parley.log.securityProtocol"));
        assertThat(LogSecurity.refusal("127.0.0.1:9092", key -> Optional.empty()))
                .isEmpty();
        for (var chosen : new String[] {"PLAINTEXT", "SASL_SSL"}) {
            assertThat(LogSecurity.refusal("kafka:9092", key -> Optional.of(chosen)))
                    .isEmpty();
        }
    }

    private static Map<String, String> properties(Map<String, String> config) {
        return LogSecurity.properties(key -> Optional.ofNullable(config.get(key)));
    }
}
