package parley.web.preview;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.refusal.Refused;
import parley.web.preview.address.WebAddress;
import parley.web.preview.fetch.FetchedPage;
import parley.web.preview.page.PageParser;

/**
 * Fetches each link once for all who ask within an hour. What cannot be fetched is tried again after some minutes. The
 * number of fetches and of callers that wait is limited, so that slow pages take nothing from the chat.
 */
final class LinkPreviews {

    private static final System.Logger LOG = System.getLogger(LinkPreviews.class.getName());

    private static final int FETCHES = 8;
    private static final int CALLERS = 32;
    private static final int KEPT = 2_000;
    private static final Duration FOUND_FOR = Duration.ofHours(1);
    private static final Duration MISSING_FOR = Duration.ofMinutes(5);

    interface Source {
        FetchedPage fetch(WebAddress address) throws IOException;
    }

    private final Source pages;
    private final Executor executor;
    private final Duration patience;
    private final Semaphore fetches = new Semaphore(FETCHES);
    private final Semaphore callers = new Semaphore(CALLERS);
    private final AsyncCache<String, Optional<LinkPreview>> cache = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfter(Expiry.<String, Optional<LinkPreview>>creating(
                    (link, preview) -> preview.isPresent() ? FOUND_FOR : MISSING_FOR))
            .buildAsync();

    /** @param patience how long a caller waits */
    LinkPreviews(Source pages, Executor executor, Duration patience) {
        this.pages = pages;
        this.executor = executor;
        this.patience = patience;
    }

    /**
     * Empty if the page cannot be fetched, must not be, or has no title.
     *
     * @throws Refused {@code unavailable} if it cannot be said yet
     */
    Optional<LinkPreview> preview(String link) {
        var known = cache.getIfPresent(link);
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) return known.join();
        if (!callers.tryAcquire()) throw Refused.unavailable("Too many previews are loaded.", null);
        try {
            return cache.get(link, (url, none) -> CompletableFuture.supplyAsync(() -> load(url), executor))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw Refused.unavailable("The preview is not loaded yet.", slow);
        } catch (ExecutionException failed) {
            throw Refused.unavailable("The preview could not be loaded.", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is being stopped.", stopped);
        } finally {
            callers.release();
        }
    }

    /** Nobody waits longer for a preview, so what is queued longer is not fetched at all. */
    private boolean getsItsTurn() {
        try {
            return fetches.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<LinkPreview> load(String link) {
        if (!getsItsTurn()) throw Refused.unavailable("Too many previews are loaded.", null);
        try {
            var page = pages.fetch(WebAddress.parse(link));
            var text = PageParser.parse(page);
            if (text.title() == null) return Optional.empty();
            return Optional.of(
                    new LinkPreview(link, page.address().host(), text.title(), text.description(), text.site()));
        } catch (IOException | IllegalArgumentException none) {
            // Without the link, which can be secret.
            LOG.log(System.Logger.Level.DEBUG, "A link has no preview: {0}", none.toString());
            return Optional.empty();
        } finally {
            fetches.release();
        }
    }
}
