package parley.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.domain.refusal.Refused;
import parley.web.preview.address.WebAddress;
import parley.web.preview.fetch.FetchedPage;

@Timeout(60)
class LinkPreviewsTest {

    private static final String LINK = "https://example.org/page";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger fetched = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_link_is_fetched_once() {
        var previews = previews(address -> page(address, "<title>A page</title>"));
        assertThat(previews.preview(LINK)).contains(new LinkPreview(LINK, "example.org", "A page", null, null));
        assertThat(previews.preview(LINK)).isPresent();
        assertThat(fetched).hasValue(1);
    }

    @Test
    void what_cannot_be_fetched_has_no_preview_and_is_not_tried_at_once() {
        var previews = previews(address -> {
            throw new IOException("down");
        });
        assertThat(previews.preview(LINK)).isEmpty();
        assertThat(previews.preview(LINK)).isEmpty();
        assertThat(fetched).hasValue(1);
        assertThat(previews.preview("https://user@example.org")).isEmpty();
        assertThat(fetched).hasValue(1);
    }

    @Test
    void a_page_without_a_title_has_no_preview() {
        assertThat(previews(address -> page(address, "text")).preview(LINK)).isEmpty();
    }

    @Test
    void a_defect_is_not_kept() {
        var previews = previews(address -> {
            if (fetched.get() == 1) throw new IllegalStateException("a defect");
            return page(address, "<title>a</title>");
        });
        assertThatThrownBy(() -> previews.preview(LINK)).isInstanceOf(Refused.class);
        assertThat(retried(previews, LINK)).isTrue();
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_fetched() throws InterruptedException {
        var hung = new CountDownLatch(1);
        var started = new CountDownLatch(8);
        var previews = new LinkPreviews(
                address -> {
                    fetched.incrementAndGet();
                    started.countDown();
                    awaitUninterruptibly(hung);
                    return page(address, "<title>A page</title>");
                },
                threads,
                Duration.ofMillis(300));
        for (int i = 0; i < 8; i++) {
            int number = i;
            threads.execute(() -> assertThatThrownBy(() -> previews.preview(LINK + number)));
        }
        started.await();
        assertThatThrownBy(() -> previews.preview(LINK + "queued")).isInstanceOf(Refused.class);
        Thread.sleep(600);
        hung.countDown();
        Thread.sleep(200);
        assertThat(fetched).hasValue(8);
    }

    @Test
    void few_wait_for_slow_pages_and_those_who_waited_in_vain_ask_again() {
        var end = new CountDownLatch(1);
        var previews = new LinkPreviews(
                address -> {
                    fetched.incrementAndGet();
                    awaitUninterruptibly(end);
                    return page(address, "<title>slow</title>");
                },
                threads,
                Duration.ofMillis(300));
        var answers = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> previews.preview(LINK + i), threads))
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(Refused.class));
        assertThat(fetched).hasValue(8);
        end.countDown();
        assertThat(retried(previews, LINK + 0)).isTrue();
    }

    private static boolean retried(LinkPreviews previews, String link) {
        while (true) {
            try {
                return previews.preview(link).isPresent();
            } catch (Refused notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private LinkPreviews previews(LinkPreviews.Source pages) {
        return new LinkPreviews(
                address -> {
                    fetched.incrementAndGet();
                    return pages.fetch(address);
                },
                threads,
                Duration.ofSeconds(30));
    }

    private static FetchedPage page(WebAddress address, String html) {
        return new FetchedPage(address, html.getBytes(StandardCharsets.UTF_8), "utf-8");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
