package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refused;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;

/** Registers the account of an operator. */
@ApplicationScoped
class OperatorRegistration {

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

    /**
     * The new account; empty if the username has one, which stays as it is.
     *
     * @throws IllegalArgumentException if the password is invalid
     * @throws Refused {@code username_taken} if another node registers it at the same time
     */
    Optional<UserProfile> register(Username username, String password) {
        if (database.needed(() -> accounts.byUsername(username)).isPresent()) return Optional.empty();
        var hash = hashing.run(() -> passwords.hash(new Password(password)));
        var display = new DisplayName(username.value());
        return Optional.of(database.needed(() -> accounts.register(username, display, hash, clock.instant())));
    }
}
