package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.server.Eventually;

/** A conversation with many messages: where it opens, what counts as read, and what moves. */
class ReadingIT extends Browsing {

    private static final int MANY = 300;

    /** Kim writes many messages while Ada's conversation with her is not open. */
    private void kim_writes_many() {
        ada_meets_kim();
        var conversation = ada.conversation();
        ada.page.navigate(cluster.one().http("/") + "#/");
        var writer = kim.person(cluster.two());
        say(writer, cluster.two(), conversation, numbered(MANY, "message %d."));
        assertThat(ada.page.getByTestId("unread")).hasText(String.valueOf(MANY));
    }

    private static List<String> numbered(int count, String format) {
        return IntStream.rangeClosed(1, count).mapToObj(format::formatted).toList();
    }

    @Test
    void item_21_and_22_a_conversation_opens_at_the_first_unread_message_and_only_what_was_on_screen_is_read() {
        kim_writes_many();
        ada.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        assertThat(ada.page.locator(".line--unread")).isVisible();
        assertThat(ada.messages("message 1.").first()).isVisible();
        Eventually.holds(Duration.ofSeconds(20), () -> {
            var left = Integer.parseInt(ada.page.getByTestId("unread").innerText());
            assertThat(left).isBetween(MANY - 60, MANY - 1);
        });
        assertThat(ada.messages("message " + MANY + ".")).hasCount(0);
        ada.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Jump to latest")))
                .click();
        ada.sees("message " + MANY + ".");
        assertThat(ada.page.getByTestId("unread")).hasCount(0);
        assertThat(nodes()).isLessThan(2_000);
    }

    @Tag("long")
    @Test
    void item_25_a_permalink_shows_its_message_with_what_is_around_it() {
        kim_writes_many();
        ada.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        var place = ada.messages("message 3.").first().getAttribute("data-pos");
        ada.page.navigate(cluster.one().http("/") + "#/c/" + kim.conversation() + "/m/" + place);
        assertThat(ada.messages("message 3.").first()).isVisible();
        assertThat(ada.messages("message 2.").first()).isVisible();
        ada.page.goBack();
        ada.page.goForward();
        assertThat(ada.messages("message 3.").first()).isVisible();
    }

    @Test
    @Tag("long")
    void item_25_the_original_of_a_reply_and_a_day_are_shown_and_the_rest_is_reachable_from_there() {
        kim_writes_many();
        ada.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        ada.act("message 3.", "Reply");
        ada.write("An answer");
        ada.sees("An answer");
        assertThat(ada.messages("message 2.")).hasCount(0);
        // The name in the quote opens the profile.
        ada.messages("An answer")
                .getByRole(AriaRole.BUTTON, named("Go to the message from Kim Novak"))
                .click(new Locator.ClickOptions().setPosition(2, 2));
        assertThat(ada.page.locator(".message--highlighted")).containsText("message 3.");
        assertThat(ada.messages("message 2.").first()).isInViewport();
        scrollTo("An answer", 2_000);
        scrollTo("Hello Kim Novak", -2_000);

        ada.button("Jump to latest").click();
        ada.sees("An answer");
        ada.button("Details").click();
        ada.page.getByLabel("Go to date").fill(LocalDate.now().toString());
        ada.page.getByRole(AriaRole.BUTTON, onPage("Go")).click();
        assertThat(ada.messages("Hello Kim Novak")).isInViewport();
        assertThat(ada.messages("message 1.").first()).isInViewport();
    }

    private void scrollTo(String message, int step) {
        ada.page.getByRole(AriaRole.LOG).hover();
        Eventually.holds(Duration.ofSeconds(60), () -> {
            ada.page.mouse().wheel(0, step);
            assertThat(ada.messages(message).count()).isPositive();
        });
    }

    @Tag("long")
    @Test
    void item_23_nothing_moves_under_the_reader_when_a_message_above_changes() {
        ada_meets_kim();
        say(ada.person(cluster.one()), cluster.one(), ada.conversation(), numbered(40, "line %d."));
        ada.sees("line 40.");
        ada.messages("line 35.").hover();
        ada.page.mouse().wheel(0, -60);
        assertThat(ada.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Jump to latest")))
                .isVisible();
        var before = ada.messages("line 35.").boundingBox().y;
        kim.act("line 20.", "React with 👍");
        assertThat(ada.messages("line 20.").getByText("👍 from Kim Novak")).hasCount(1);
        assertThat(ada.messages("line 35.").boundingBox().y).isCloseTo(before, Offset.offset(2.0));
    }

    @Test
    @Tag("long")
    void item_23_nothing_moves_under_the_reader_when_the_window_or_the_composer_changes_its_size() {
        ada_meets_kim();
        var writer = kim.person(cluster.two());
        var lines = IntStream.rangeClosed(1, 60).mapToObj(i -> "line %d. %s".formatted(i, "It wraps. ".repeat(i % 40)));
        say(writer, cluster.two(), ada.conversation(), lines.toList());
        ada.sees("line 60.");
        ada.composer().fill("one\ntwo\nthree\nfour\nfive");
        assertThat(ada.messages("line 60.")).isInViewport(whole());
        ada.page.setViewportSize(900, 600);
        assertThat(ada.messages("line 60.")).isInViewport(whole());
        ada.page.setViewportSize(1280, 800);
        assertThat(ada.messages("line 60.")).isInViewport(whole());

        ada.messages("line 60.").hover();
        ada.page.mouse().wheel(0, -1_500);
        assertThat(ada.button("Jump to latest")).isVisible();
        // The pill with the day covers the beginning of a message that the window's width makes longer.
        var pos = ada.page.evaluate("""
                async () => {
                  const list = document.querySelector('.messages__scroll');
                  const top = (element) => element.getBoundingClientRect().top - list.getBoundingClientRect().top;
                  const all = () => [...document.querySelectorAll('[data-testid=message]')];
                  const long = all().find((each) => top(each) > 20 && each.innerText.length > 300);
                  list.scrollTop += top(long) - 10;
                  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
                  return all().find((each) => top(each) > 44).dataset.pos;
                }""").toString();
        var read = ada.page.locator("[data-testid=message][data-pos='" + pos + "']");
        var before = read.boundingBox().y;
        for (var size : new int[][] {{900, 800}, {1280, 600}, {1280, 800}}) {
            ada.page.setViewportSize(size[0], size[1]);
            Eventually.holds(
                    Duration.ofSeconds(10),
                    () -> assertThat(read.boundingBox().y).isCloseTo(before, Offset.offset(2.0)));
        }
    }

    private static LocatorAssertions.IsInViewportOptions whole() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(1);
    }

    @Tag("long")
    @Test
    void item_23_nothing_moves_when_the_other_user_has_read() {
        ada_meets_kim();
        assertThat(ada.messages("Hello Kim Novak").getByText("Seen")).isVisible();
        kim.page.navigate(cluster.two().http("/") + "#/");
        for (int i = 1; i <= 5; i++) ada.write("line " + i + ".");
        ada.sees("line 5.");
        assertThat(ada.messages("Hello Kim Novak").getByText("Seen")).isVisible();
        var before = ada.messages("line 5.").boundingBox().y;
        kim.page.getByTestId("conversation").filter(with("Ada Lovelace")).click();
        assertThat(ada.messages("line 5.").getByText("Seen")).isVisible();
        assertThat(ada.messages("line 5.").boundingBox().y).isCloseTo(before, Offset.offset(2.0));
    }

    @Tag("long")
    @Test
    void messages_appear_at_once_when_motion_is_reduced() {
        ada_meets_kim();
        assertThat(ada.messages("Hello Kim Novak")).isVisible();

        ada.page.locator(".messages__scroll").evaluate("list => (list.style.visibility = 'hidden')");
        assertThat(ada.messages("Hello Kim Novak").locator(".bubble__text")).isHidden();
        var text = ada.page.locator(".messages__scroll").evaluate("""
                async list => {
                    const frame = () => new Promise(requestAnimationFrame);
                    list.style.visibility = '';
                    await frame();
                    await frame();
                    return list.querySelector('.bubble__text').innerText;
                }
                """);

        assertThat(text).isEqualTo("Hello Kim Novak");
    }

    @Test
    @Tag("long")
    void item_24_the_list_follows_while_hundreds_of_messages_arrive_at_once() {
        ada_meets_kim();
        var writer = kim.person(cluster.two());
        var conversation = ada.conversation();
        for (int sent = 0; sent < MANY; sent += 50)
            Api.atOnce(50, i -> writer.post(cluster.two(), conversation, "one of many."))
                    .forEach(reply -> reply.as(200));
        say(writer, cluster.two(), conversation, "the last message.");
        ada.sees("the last message.");
        assertThat(ada.messages("the last message.")).isInViewport();
        assertThat(ada.button("Jump to latest")).hasCount(0);
    }

    @Tag("long")
    @Test
    void item_05_and_06_the_list_of_shortcuts_and_the_regions_are_reached_by_keyboard() {
        ada_meets_kim();
        ada.page.keyboard().press("Control+/");
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Keyboard shortcuts");
        ada.isAccessible("the list of shortcuts");
        ada.page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        ada.composer().focus();
        ada.page.keyboard().press("Shift+F6");
        assertThat(ada.messages("Hello Kim Novak")).isFocused();
        ada.page.keyboard().press("r");
        assertThat(ada.composer()).isFocused();
        assertThat(ada.button("Cancel reply")).isVisible();
    }

    private int nodes() {
        return ((Number) ada.page.evaluate("document.querySelectorAll('*').length")).intValue();
    }
}
