package parley.domain.account.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.entity.Password;

/**
 * Slow salted hashes: PBKDF2 with HMAC-SHA-256 at the strength of OWASP's Password Storage Cheat Sheet
 * (600,000 iterations). Each hash stores its strength, so that older hashes stay valid when it is raised.
 */
@ApplicationScoped
public class Passwords {

    private static final System.Logger LOG = System.getLogger(Passwords.class.getName());
    /** Liberty rejects fewer, but only when the first password is hashed. */
    private static final int FEWEST_ITERATIONS = 1_024;

    private static final String OF_NO_ACCOUNT = "of no account";

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @Inject
    @ConfigProperty(name = "parley.password.iterations", defaultValue = "600000")
    int iterations;

    private String nobodys;

    @PostConstruct
    void configure() {
        if (iterations < FEWEST_ITERATIONS) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "parley.password.iterations is {0}, below the minimum; using {1}.",
                    iterations,
                    FEWEST_ITERATIONS);
            iterations = FEWEST_ITERATIONS;
        }
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobodys = pbkdf2.generate(OF_NO_ACCOUNT.toCharArray());
    }

    public String hash(Password password) {
        return pbkdf2.generate(PasswordCandidate.composed(password.value()).toCharArray());
    }

    /** Rehashes a verified password without applying the rules for new passwords. */
    public String hashAgain(String verified) {
        return pbkdf2.generate(PasswordCandidate.composed(verified).toCharArray());
    }

    /**
     * Whether {@code candidate} matches {@code hash}. Impossible candidates are rejected first: HMAC pads its key with
     * zeros, so the empty password would equal one of NUL characters.
     */
    public boolean verify(String candidate, String hash) {
        if (!PasswordCandidate.isPossible(candidate)) {
            pbkdf2.verify(OF_NO_ACCOUNT.toCharArray(), nobodys);
            return false;
        }
        return Password.spellings(candidate).stream().anyMatch(each -> pbkdf2.verify(each.toCharArray(), hash));
    }

    /** Takes as long as {@link #verify}, so that response time does not reveal unknown usernames. */
    public void verifyDummy(String candidate) {
        verify(candidate, nobodys);
    }

    /** Whether {@code hash} is weaker than the configured strength. */
    public boolean isWeak(String hash) {
        return PasswordCandidate.iterations(hash) < iterations;
    }
}
