package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.audit.SecurityEvent;
import parley.web.platform.audit.SecurityEvents;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;

/**
 * Makes the accounts of operators, from a file that only the administrator of the machine can write: lines
 * {@code username=password}. An account that is there stays as it is, so that the file can be deleted after the first
 * start.
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
    DatabaseGateway database;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    PasswordHashingPool hashing;

    @Inject
    LogClock clock;

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
                    "No operator account is made: the file of parley.operators.passwordFile cannot be read ({0}).",
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
                        "No account is made for {0}: parley.operators does not name it.",
                        username.value());
                return;
            }
            if (database.needed(() -> accounts.byUsername(username)).isPresent()) return;
            var hash = hashing.run(() -> passwords.hash(new Password(password)));
            var display = new DisplayName(username.value());
            var person = database.needed(() -> accounts.register(username, display, hash, clock.instant()));
            events.record(SecurityEvent.of("operator_created").by(person).with("source", "passwordFile"));
        } catch (IllegalArgumentException unfit) {
            LOG.log(System.Logger.Level.ERROR, "An operator account is not made: {0}", unfit.getMessage());
        } catch (Refused refused) {
            if (refused.why() != Refusal.USERNAME_TAKEN) throw refused;
            LOG.log(System.Logger.Level.INFO, "Another node has just made this operator account.");
        }
    }
}
