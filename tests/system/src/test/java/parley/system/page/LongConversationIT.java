package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.cluster.client.Cids;
import parley.cluster.client.LogRecords;
import parley.cluster.server.Eventually;

/**
 * A conversation with 100,000 messages, which are appended to the log as a chat node does it: the persister stores them,
 * and nothing of them differs from messages that were sent. Ada's page scrolls from the first of them to the last, and
 * back. Writes {@code target/page-long-conversation.md}; times are reported and not asserted.
 */
@Tag("long")
class LongConversationIT extends Browsing {

    private static final int MESSAGES = 100_000;
    private static final int NODES = 2_000;
    /** In a frame, through all of it: several screens. */
    private static final int FAST_PX = 3_000;
    /** In a frame: about 25,000 pixels per second, faster than a wheel scrolls. */
    private static final int STEP_PX = 400;
    /** What the page may be off by after a frame in which rows were measured for the first time. */
    private static final double OFF_PX = 2;

    /**
     * Scrolls until a message is shown, and observes each frame: which messages are rendered, whether they are without
     * gaps, and by how much one of them moved that should not have, beyond the step.
     */
    private static final String SCROLL = """
            async ({ step, last }) => {
              const box = document.querySelector('.messages__scroll');
              const view = box.getBoundingClientRect();
              const seen = new Set();
              const frames = [];
              let [before, nodes, gaps, off, jumps, waited] = [new Map(), 0, 0, 0, 0, 0];
              let progress = performance.now();
              let time = await new Promise(requestAnimationFrame);
              const start = time;
              while (!before.has(last) && performance.now() - progress < 30_000) {
                const now = new Map();
                for (const each of box.querySelectorAll('[data-testid=message]')) {
                  const number = Number(/message (\\d+)\\./.exec(each.textContent)?.[1]);
                  if (number) now.set(number, each.getBoundingClientRect().top);
                }
                const numbers = [...now].sort((a, b) => a[1] - b[1]).map(([number]) => number);
                gaps += numbers.filter((number, i) => i > 0 && number !== numbers[i - 1] + 1).length;
                if (numbers.some((number) => !seen.has(number))) progress = performance.now();
                numbers.forEach((number) => seen.add(number));
                let moved = false;
                for (const [number, top] of now) {
                  const was = before.get(number);
                  if (was === undefined || was < view.top || was > view.bottom) continue;
                  // At the edge of what is loaded it moves less.
                  const by = was - top;
                  const beyond = Math.max(Math.min(step, 0) - by, by - Math.max(step, 0), 0);
                  if (beyond > 2) jumps++;
                  off = Math.max(off, beyond);
                  moved ||= Math.abs(by) > 1;
                }
                nodes = Math.max(nodes, document.querySelectorAll('*').length);
                before = now;
                box.scrollTop += step;
                const next = await new Promise(requestAnimationFrame);
                frames.push(next - time);
                if (!moved) waited += next - time;
                time = next;
              }
              frames.sort((a, b) => a - b);
              const at = (share) => frames[Math.min(frames.length - 1, Math.floor(share * frames.length))];
              return {
                seen: seen.size, nodes, gaps, off, jumps, waited, seconds: (time - start) / 1000, frames: frames.length,
                median: at(0.5), p99: at(0.99), slowest: at(1), heap: performance.memory.usedJSHeapSize / 1e6,
              };
            }""";

    private final SoftAssertions checks = new SoftAssertions();
    private PageCost cost;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void a_hundred_thousand_messages_scroll_in_both_directions() throws IOException {
        ada_meets_kim();
        cost = new PageCost(ada.page);
        cost.noteKeys("with one message");
        var conversation = ada.conversation();
        var address = ada.page.url();
        ada.page.navigate("about:blank");
        kim.page.navigate("about:blank");
        append(conversation);
        ada.page.addInitScript(PageCost.OBSERVERS);

        ada.page.navigate(address);
        assertThat(ada.messages("message 1.").first()).isInViewport();
        assertThat(ada.page.locator(".line--unread")).isVisible();
        cost.note(
                "first message, opened at the first of %,d unread ones".formatted(MESSAGES),
                "",
                PageCost.milliseconds(cost.number("window.firstMessage")));
        cost.noteKeys("at the first unread message");
        scrolls("from the first message to the last", FAST_PX, MESSAGES);
        cost.noteKeys("after scrolling down");
        scrolls("from the last message to the first", -FAST_PX, 1);
        cost.noteKeys("after scrolling up");

        ada.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Jump to latest")))
                .click();
        ada.sees("message " + MESSAGES + ".");
        cost.noteFirstMessage("first message, opened at the end", "under 1 s");
        var middle = MESSAGES / 2;
        ada.page.navigate(address + "/m/" + positionOf(conversation, middle));
        assertThat(ada.messages("message " + middle + ".").first()).isInViewport();
        scrolls("from the middle up", -STEP_PX, middle - 1_000);
        scrolls("from there down", STEP_PX, middle + 1_000);
        cost.write(
                "page-long-conversation.md",
                "A conversation of %,d messages".formatted(MESSAGES),
                "Scrolled by %,d pixels in each frame through all of it, and by %d from the middle"
                        .formatted(FAST_PX, STEP_PX));
        checks.assertThat(ada.complaints).isEmpty();
        checks.assertAll();
    }

    /** Of different heights, so that the page has to correct what it estimates. */
    private void append(long conversation) {
        var author = kim.person(cluster.two()).id();
        cluster.log()
                .append(IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(i -> LogRecords.message(
                                conversation,
                                Cids.now(),
                                author,
                                "message %d. %s"
                                        .formatted(i, "And a few words more. ".repeat(i % 13))
                                        .strip())));
        Eventually.holds(
                Duration.ofMinutes(5),
                () -> assertThat(cluster.rows().count(List.of(conversation))).isEqualTo(MESSAGES + 1));
    }

    /** The greeting is the first message. */
    private Object positionOf(long conversation, int number) {
        return cluster.rows()
                .select("SELECT pos FROM message WHERE conversation_id = " + conversation + " AND seq = "
                        + (number + 1))
                .getFirst()
                .getFirst();
    }

    private void scrolls(String way, int step, int last) {
        @SuppressWarnings("unchecked")
        var seen = (Map<String, Number>) ada.page.evaluate(SCROLL, Map.of("step", step, "last", last));
        cost.note(
                way,
                "",
                "%,d messages rendered in %.0f s, of which %.0f s at the edge of what was loaded"
                        .formatted(
                                seen.get("seen").intValue(),
                                seen.get("seconds").doubleValue(),
                                seen.get("waited").doubleValue() / 1_000));
        cost.note(
                "a frame, " + way,
                "",
                "median %s, p99 %s, slowest of %,d %s"
                        .formatted(
                                PageCost.milliseconds(seen.get("median")), PageCost.milliseconds(seen.get("p99")),
                                seen.get("frames").intValue(), PageCost.milliseconds(seen.get("slowest"))));
        // At the edge, a faster step ends where the rows that follow were only estimated.
        if (Math.abs(step) == STEP_PX)
            cost.note(
                    "moved beyond the step, " + way,
                    "",
                    "%.1f pixels, %d times more than %.0f"
                            .formatted(
                                    seen.get("off").doubleValue(),
                                    seen.get("jumps").intValue(),
                                    OFF_PX));
        cost.note(
                "most DOM nodes, " + way,
                "under 2,000",
                "%,d".formatted(seen.get("nodes").intValue()));
        cost.note(
                "JavaScript heap, " + way,
                "",
                "%.0f MB".formatted(seen.get("heap").doubleValue()));
        checks.assertThat(seen.get("gaps").intValue()).as(way + ": gaps").isZero();
        checks.assertThat(seen.get("nodes").intValue()).as(way + ": nodes").isLessThan(NODES);
        checks.assertThat(ada.messages("message " + last + ".").count())
                .as(way + ": arrived")
                .isPositive();
    }
}
