package parley.web.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.domain.account.boundary.Accounts;
import parley.domain.identity.UserId;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Checks that the account of a token exists. If the database does not answer in time, the signature alone is enough, so
 * that signed-in users can continue while the database is down.
 */
@ApplicationScoped
class AccountExistenceCheck {

    private static final System.Logger LOG = System.getLogger(AccountExistenceCheck.class.getName());
    private static final int MAX = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    @Inject
    Accounts accounts;

    @Inject
    DatabaseGateway database;

    private final Cache<UserId, Boolean> answers =
            Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(KEPT).build();

    /** Skips the query for a while after a timeout, so that a hanging database does not delay every request. */
    private final Cache<UserId, Boolean> unanswered =
            Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(AGAIN_AFTER).build();

    void exists(UserId id) {
        answers.put(id, true);
    }

    /** True only if the database has confirmed it. */
    boolean isMissing(UserId id) {
        var answer = answers.getIfPresent(id);
        if (answer != null) return !answer;
        if (unanswered.asMap().putIfAbsent(id, true) != null) return false;
        try {
            boolean found = database.quick(() -> accounts.find(id).isPresent());
            answers.put(id, found);
            unanswered.invalidate(id);
            return !found;
        } catch (DatabaseUnavailable down) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "The database did not confirm that account {0} exists; its token is accepted.",
                    id);
            return false;
        }
    }
}
