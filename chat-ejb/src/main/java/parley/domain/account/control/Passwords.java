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

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @Inject
    @ConfigProperty(name = "parley.password.iterations", defaultValue = "600000")
    int iterations;

    private String nobodys;

    @PostConstruct
    void configure() {
        if (iterations < FEWEST_ITERATIONS) {
            LOG.log(System.Logger.Level.WARNING, "parley.password.iterations is {0}, which is too few: {1} are used.",
                    iterations, FEWEST_ITERATIONS);
            iterations = FEWEST_ITERATIONS;
        }
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobodys = pbkdf2.generate("of no account".toCharArray());
    }

    public String hash(Password password) {
        return pbkdf2.generate(password.value().toCharArray());
    }

    public boolean verify(String candidate, String hash) {
        // HMAC pads a key with zeros: nothing would be the same as the NULs that were once taken for a password.
        if (candidate.isEmpty()) return false;
        return Password.spellings(candidate).stream().anyMatch(each -> pbkdf2.verify(each.toCharArray(), hash));
    }

    /** Takes as long as {@link #verify}, so that an unknown name cannot be told by the time of its refusal. */
    public void pretend(String candidate) {
        pbkdf2.verify(candidate.toCharArray(), nobodys);
    }
}
