package parley.domain.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.account.entity.Password;

class PasswordsTest {

    private static final String COMPOSED = "caf\u00e9 au lait";
    private static final String DECOMPOSED = "cafe\u0301 au lait";

    private final Hmac hmac = new Hmac();
    private final Passwords passwords = new Passwords();

    @BeforeEach
    void configured() {
        passwords.pbkdf2 = hmac;
        passwords.iterations = 2_000;
        passwords.configure();
        hmac.verified = 0;
    }

    @Test
    void composed_and_decomposed_are_one_password() {
        assertThat(passwords.verify(DECOMPOSED, passwords.hash(new Password(COMPOSED))))
                .isTrue();
        assertThat(passwords.verify(COMPOSED, passwords.hash(new Password(DECOMPOSED))))
                .isTrue();
        assertThat(passwords.verify("cafe au lait", passwords.hash(new Password(COMPOSED))))
                .isFalse();
    }

    @Test
    void a_hash_that_predates_normalization_stays_valid() {
        var old = hmac.generate(DECOMPOSED.toCharArray());
        assertThat(passwords.verify(DECOMPOSED, old)).isTrue();
        assertThat(passwords.verify(COMPOSED, old)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0\0\0\0\0\0\0"})
    void empty_passwords_and_their_hmac_equivalents_never_match(String candidate) {
        var old = hmac.generate("\0\0\0\0\0\0\0\0".toCharArray());
        assertThat(hmac.verify(candidate.toCharArray(), old))
                .as("the hash alone would take it")
                .isTrue();
        assertThat(passwords.verify(candidate, old)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "right\0", "tab\there", "of no account", "a password like any other"})
    void a_rejected_password_costs_one_hash_for_any_input_and_user(String candidate) {
        passwords.verify(candidate, passwords.hash(new Password("another password")));
        assertThat(hmac.verified).isEqualTo(1);
        passwords.verifyDummy(candidate);
        assertThat(hmac.verified).isEqualTo(2);
    }

    @Test
    void a_hash_below_the_configured_strength_is_weak_and_can_be_replaced() {
        var old = hmac.generate("correct horse".toCharArray());
        assertThat(passwords.isWeak(old)).isFalse();
        passwords.iterations = 4_000;
        passwords.configure();
        assertThat(passwords.isWeak(old)).isTrue();
        var stronger = passwords.hashAgain("correct horse");
        assertThat(passwords.isWeak(stronger)).isFalse();
        assertThat(passwords.verify("correct horse", stronger)).isTrue();
        assertThat(passwords.isWeak("of another kind")).isFalse();
    }

    /** A fast replacement for PBKDF2 with the property under test: HMAC pads its key with zeros. */
    private static final class Hmac implements Pbkdf2PasswordHash {

        private String iterations;
        private int verified;

        @Override
        public void initialize(Map<String, String> parameters) {
            iterations = parameters.get("Pbkdf2PasswordHash.Iterations");
        }

        @Override
        public String generate(char[] password) {
            return "PBKDF2WithHmacSHA256:" + iterations + ":salt:" + mac(password);
        }

        @Override
        public boolean verify(char[] password, String hash) {
            verified++;
            return hash.endsWith(":" + mac(password));
        }

        private static String mac(char[] password) {
            try {
                var key = (new String(password) + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(new byte[] {1}));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
