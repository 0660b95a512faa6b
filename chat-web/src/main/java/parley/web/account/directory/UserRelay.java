package parley.web.account.directory;

import jakarta.ejb.EJBException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import parley.domain.account.boundary.UnpublishedProfiles;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.refusal.Refused;
import parley.log.trace.TraceContext;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.platform.database.DatabaseGateway;

/**
 * Relays accounts that are new or changed from the database to {@code chat_users}. At the first start of a version with
 * this topic these are all accounts.
 */
public final class UserRelay {

    private static final int BATCH = 500;
    private static final int TIMEOUT_SECONDS = 10;
    private static final int WORTH_LOGGING = 100;
    private static final System.Logger LOG = System.getLogger(UserRelay.class.getName());

    private final DatabaseGateway database;
    private final UnpublishedProfiles profiles;
    private final Function<PublishedProfile, CompletionStage<Void>> topic;
    private final Executor threads;
    private final LogIdentityCheck identityCheck;
    private final BooleanSupplier hasTables;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    /**
     * @param topic writes a profile to the topic; the stage completes when it is there
     * @param hasTables whether the schema has been migrated
     */
    UserRelay(
            DatabaseGateway database,
            UnpublishedProfiles profiles,
            Function<PublishedProfile, CompletionStage<Void>> topic,
            Executor threads,
            LogIdentityCheck identityCheck,
            BooleanSupplier hasTables) {
        this.database = database;
        this.profiles = profiles;
        this.topic = topic;
        this.threads = threads;
        this.identityCheck = identityCheck;
        this.hasTables = hasTables;
    }

    /** Relays what there is now. Called periodically, and after an account was registered or renamed on this node. */
    public void wake() {
        if (!hasTables.getAsBoolean()) return;
        again.set(true);
        if (running.compareAndSet(false, true)) threads.execute(this::run);
    }

    private void run() {
        try {
            while (again.getAndSet(false)) relay();
        } catch (EJBException | Refused failed) {
            // A failure of the database or the log, which health reports elsewhere.
            LOG.log(System.Logger.Level.DEBUG, "Accounts could not be published; it is tried again soon.", failed);
        } catch (RuntimeException | Error bug) {
            LOG.log(System.Logger.Level.WARNING, "Accounts could not be published; it is tried again soon.", bug);
        } finally {
            running.set(false);
        }
        if (again.get()) wake();
    }

    private void relay() {
        int published = 0;
        for (int some = BATCH; some == BATCH; published += some) {
            identityCheck.require();
            some = database.inBackground(() -> profiles.publish(BATCH, this::send));
        }
        if (published >= WORTH_LOGGING)
            LOG.log(System.Logger.Level.INFO, "Published {0} accounts to all nodes.", published);
    }

    /** Returns when the topic has them. */
    private void send(List<PublishedProfile> users) {
        try (var traced = TraceContext.random().open()) {
            var sent = users.stream()
                    .map(user -> topic.apply(user).toCompletableFuture())
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw Refused.unavailable("The log did not take the accounts.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is stopping.", stopped);
        }
    }
}
