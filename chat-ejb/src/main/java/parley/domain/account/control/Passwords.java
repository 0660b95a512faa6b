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
 * (600,000 iterations). The strength is kept with each hash, so that raising it leaves older hashes valid.
 */
@ApplicationScoped
public class Passwords {

    private static final System.Logger LOG = System.getLogger(Passwords.class.getName());
    /** Fewer are refused by Liberty's implementation, at the first password only. */
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
                    "parley.password.iterations is {0}, which is too few: {1} are used.",
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
        return pbkdf2.generate(Candidate.composed(password.value()).toCharArray());
    }

    /** Of a password that was verified: whatever the rule for new ones says of it today. */
    public String hashAgain(String verified) {
        return pbkdf2.generate(Candidate.composed(verified).toCharArray());
    }

    /**
     * Whether {@code candidate} is the password of {@code hash}. What can be no password is not looked at: HMAC pads its key
     * with zeros, so that to it the empty password is the same as one of NUL characters.
     */
    public boolean verify(String candidate, String hash) {
        if (!Candidate.isPossible(candidate)) {
            pbkdf2.verify(OF_NO_ACCOUNT.toCharArray(), nobodys);
            return false;
        }
        return Password.spellings(candidate).stream().anyMatch(each -> pbkdf2.verify(each.toCharArray(), hash));
    }

    /** Takes as long as {@link #verify}, so that an unknown name cannot be told by the time of its refusal. */
    public void pretend(String candidate) {
        verify(candidate, nobodys);
    }

    /** Whether it was made with less than the strength that is configured now. */
    public boolean isWeak(String hash) {
        return Candidate.iterations(hash) < iterations;
    }
}
