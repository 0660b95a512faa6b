package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;

/**
 * Creates the accounts of operators from a file that only the administrator of the machine can write. Each line is
 * {@code username=password}. Existing accounts stay as they are, so the file can be deleted after the first start.
 */
@ApplicationScoped
public class OperatorAccounts {

    private static final System.Logger LOG = System.getLogger(OperatorAccounts.class.getName());

    @Inject
    @ConfigProperty(name = "parley.operators.passwordFile")
    Optional<String> passwordFile;

    @Inject
    Operators operators;

    @Inject
    OperatorRegistration registration;

    @Inject
    SecurityEvents events;

    /** Needs database and log; may be called again. */
    public void create() {
        if (passwordFile.isEmpty()) return;
        var given = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(passwordFile.get()))) {
            given.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No operator account is created: the file of parley.operators.passwordFile cannot be read ({0}).",
                    unreadable.getClass().getSimpleName());
            return;
        }
        given.stringPropertyNames().forEach(name -> create(name, given.getProperty(name)));
    }

    private void create(String name, String password) {
        try {
            var username = new Username(name);
            if (!operators.has(username)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "No account is created for {0}: parley.operators does not name it.",
                        username.value());
                return;
            }
            registration
                    .register(username, password)
                    .ifPresent(person -> events.record(
                            SecurityEvent.of("operator_created").by(person).with("source", "passwordFile")));
        } catch (IllegalArgumentException invalid) {
            LOG.log(System.Logger.Level.ERROR, "An operator account is not created: {0}", invalid.getMessage());
        } catch (Refused refused) {
            if (refused.why() != Refusal.USERNAME_TAKEN) throw refused;
            LOG.log(System.Logger.Level.INFO, "Another node has just created this operator account.");
        }
    }
}
