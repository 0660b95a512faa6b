package parley.web.message.history;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Quote;

/**
 * The quotes of replies that are being delivered. The socket's writer that needs one holds back all later frames of its
 * socket, so it waits for the database only briefly, and not at all while other lookups are slow. Then the quote has
 * only its position, as if the database were down.
 */
public class LiveQuotes {

    /** Several times what the database usually takes for one row. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private static final int MOST_LOOKUPS = 2;

    private static final System.Logger LOG = System.getLogger(LiveQuotes.class.getName());

    private final Quotes quotes;
    private final Executor threads;
    private final Semaphore lookups = new Semaphore(MOST_LOOKUPS);

    public LiveQuotes(Quotes quotes, Executor threads) {
        this.quotes = quotes;
        this.threads = threads;
    }

    /** What a reply to {@code original} quotes now. */
    public Quote of(ConversationId conversation, Position original) {
        return quotes.recent(conversation, original).orElseGet(() -> older(conversation, original));
    }

    private Quote older(ConversationId conversation, Position original) {
        if (!lookups.tryAcquire()) return Quote.unknown(original);
        try {
            return lookup(conversation, original).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "A quoted message is not looked up in time; its reply is shown without.");
        } catch (ExecutionException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A quoted message cannot be looked up; its reply is shown without.",
                    failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Quote.unknown(original);
    }

    /** Frees its place when the database has answered or given up, however long the caller waits. */
    private CompletableFuture<Quote> lookup(ConversationId conversation, Position original) {
        try {
            return CompletableFuture.supplyAsync(() -> quotes.of(conversation, original), threads)
                    .whenComplete((quote, failed) -> lookups.release());
        } catch (RejectedExecutionException stopping) {
            lookups.release();
            return CompletableFuture.failedFuture(stopping);
        }
    }
}
