package parley.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.account.boundary.Accounts;
import parley.domain.identity.UserId;
import parley.web.node.Threads;

/**
 * Whether the account that a token names is there. Where the database does not say so in time, the token's signature is
 * enough, so that people who have signed in can go on while the database is unreachable.
 */
@ApplicationScoped
class KnownAccounts {

    private static final System.Logger LOG = System.getLogger(KnownAccounts.class.getName());
    private static final int MOST = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final long PATIENCE_MILLIS = 500;

    @Inject
    Accounts accounts;

    @Inject
    Threads threads;

    private final Cache<UserId, Boolean> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** One question at a time for an account, and none again for a while where it was not answered in time. */
    private final Cache<UserId, CompletableFuture<Boolean>> questions =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN_AFTER).build();

    void exists(UserId id) {
        answers.put(id, true);
    }

    /** True only where the database has said so. */
    boolean isMissing(UserId id) {
        var answer = answers.getIfPresent(id);
        if (answer != null) return !answer;
        var asked = new boolean[1];
        var question = questions.get(id, unknown -> {
            asked[0] = true;
            return CompletableFuture.supplyAsync(() -> accounts.find(id).isPresent(), threads.virtual())
                    .whenComplete((found, failed) -> {
                        if (found != null) answers.put(id, found);
                    });
        });
        try {
            // Only the first caller waits: with a database that hangs, no request is held up twice.
            return asked[0] && !question.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            LOG.log(System.Logger.Level.DEBUG, "The database did not say whether account {0} is there; its token is taken.", id);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
