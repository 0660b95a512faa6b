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
 * Whether the account that a token names is there. Where the database does not say so in time, the token's signature is
 * enough, so that people who have signed in can go on while the database is unreachable.
 */
@ApplicationScoped
class AccountExistenceCheck {

    private static final System.Logger LOG = System.getLogger(AccountExistenceCheck.class.getName());
    private static final int MOST = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    @Inject
    Accounts accounts;

    @Inject
    DatabaseGateway database;

    private final Cache<UserId, Boolean> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Not asked for again for a while: a database that hangs must not hold up each request. */
    private final Cache<UserId, Boolean> unanswered = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(AGAIN_AFTER)
            .build();

    void exists(UserId id) {
        answers.put(id, true);
    }

    /** True only where the database has said so. */
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
                    "The database did not say whether account {0} is there; its token is accepted.",
                    id);
            return false;
        }
    }
}
