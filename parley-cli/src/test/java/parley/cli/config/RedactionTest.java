package parley.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction =
            Redaction.of(Map.of("DB_PASSWORD", "hunter2-and-more", "DB_USER", "parley", "PARLEY_ROLE", "chat"));

    @Test
    void every_documented_secret_is_one() {
        for (var name : List.of(
                "DB_PASSWORD",
                "DB_TRUSTSTORE_PASSWORD",
                "LTPA_KEYS_PASSWORD",
                "PARLEY_LOG_SASLJAASCONFIG",
                "PARLEY_LOG_TRUSTSTOREPASSWORD",
                "PARLEY_LOG_KEYSTOREPASSWORD",
                "PARLEY_LOG_KEYPASSWORD",
                "PARLEY_OPERATOR_TOKEN"))
            assertThat(Redaction.isSecret(name)).as(name).isTrue();
        for (var name : List.of(
                "PARLEY_TOKEN_KEYFILE",
                "PARLEY_LOG_SASLJAASCONFIGFILE",
                "PARLEY_OPERATORS_PASSWORDFILE",
                "PARLEY_TOKEN_AUDIENCE",
                "PARLEY_PASSWORD_ITERATIONS"))
            assertThat(Redaction.isSecret(name)).as(name).isFalse();
    }

    @Test
    void settings_keep_their_names_and_lose_their_secrets() {
        var shown = redaction.settings(Map.of("DB_PASSWORD", "hunter2-and-more", "DB_USER", "parley"));
        assertThat(shown).containsEntry("DB_PASSWORD", Redaction.REDACTED).containsEntry("DB_USER", "parley");
    }

    @Test
    void a_known_secret_is_removed_wherever_it_is() {
        assertThat(redaction.text("cannot sign in with hunter2-and-more!"))
                .isEqualTo("cannot sign in with [redacted]!");
    }

    @Test
    void what_looks_like_a_secret_or_a_message_is_removed() {
        for (var line : List.of(
                "Authorization: Bearer s3cret.value",
                "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl was refused",
                "jdbc:mysql://root:s3cret@db/parley",
                "{\"t\":\"send\",\"body\":\"s3cret \\\"said\\\" here\",\"conv\":7}",
                "password=s3cret, user=ada",
                "-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----"))
            assertThat(redaction.text(line))
                    .as(line)
                    .contains(Redaction.REDACTED)
                    .doesNotContain("s3cret")
                    .doesNotContain("c2lnbmF0dXJl");
    }

    @Test
    void ordinary_lines_stay_as_they_are() {
        var line = "[3/1/26, 10:15:30:123 UTC] 0000002f parley.web I Ready after 12 s; 12 partitions, epoch 0.";
        assertThat(redaction.text(line)).isEqualTo(line);
    }

    @Test
    void the_fingerprint_follows_settings_and_not_secrets() {
        var one = Fingerprint.of(Map.of("DB_PASSWORD", "one", "PARLEY_ROLE", "chat"));
        assertThat(Fingerprint.of(Map.of("DB_PASSWORD", "two", "PARLEY_ROLE", "chat")))
                .isEqualTo(one);
        assertThat(Fingerprint.of(Map.of("DB_PASSWORD", "one", "PARLEY_ROLE", "rest")))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(Map.of("PARLEY_ROLE", "chat"))).isNotEqualTo(one);
    }
}
