package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/** Writing: keys, drafts, what is asked and noted before a message is sent, and pastes. */
@Tag("long")
class ItemsOfWritingIT extends Browsing {

    @Test
    void item_07_enter_sends_and_breaks_where_it_should() {
        ada_meets_kim();
        var keys = ada.page.keyboard();
        ada.composer().focus();
        keys.type("one");
        keys.press("Shift+Enter");
        keys.type("two");
        assertThat(ada.composer()).hasValue("one\ntwo");
        keys.press("Enter");
        kim.sees("two");

        keys.type("```");
        keys.press("Shift+Enter");
        keys.type("code");
        keys.press("Enter");
        keys.type("more");
        assertThat(ada.composer()).hasValue("```\ncode\nmore");
        ada.composer().fill("");

        ada.button("Formatting").click();
        ada.page.getByLabel("Enter sends the message").uncheck();
        ada.composer().focus();
        keys.type("three");
        keys.press("Enter");
        keys.type("four");
        assertThat(ada.composer()).hasValue("three\nfour");
        keys.press("Shift+Enter");
        kim.sees("four");
    }

    @Test
    void item_07_enter_breaks_on_touch() {
        kim = member("Kim Novak", cluster.two());
        var phone = visitor(
                "Pat Phone", wide().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
        phone.register();
        phone.open(kim);
        phone.composer().focus();
        phone.page.keyboard().type("one");
        phone.page.keyboard().press("Enter");
        phone.page.keyboard().type("two");
        assertThat(phone.composer()).hasValue("one\ntwo");
        phone.page.getByTestId("send").click();
        phone.sees("two");
    }

    @Test
    void item_08_the_up_arrow_edits_the_last_message_and_escape_loses_nothing() {
        ada_meets_kim();
        ada.write("my last one");
        ada.sees("my last one");
        kim.write("not mine");
        ada.sees("not mine");
        ada.composer().focus();
        ada.page.keyboard().press("ArrowUp");
        var editor = ada.page.getByRole(AriaRole.TEXTBOX, onPage("Edit message"));
        assertThat(editor).hasValue("my last one");
        editor.fill("my last one, better");
        ada.page.keyboard().press("Escape");
        assertThat(editor).hasCount(0);
        ada.composer().focus();
        ada.page.keyboard().press("ArrowUp");
        assertThat(editor).hasValue("my last one, better");
        ada.page.keyboard().press("Enter");
        kim.sees("my last one, better");
    }

    @Test
    void item_09_drafts_are_marked_and_listed_and_show_in_a_tab_that_has_written_none() {
        ada_meets_kim();
        var second = ada.tab();
        second.sees("Hello Kim Novak");
        ada.composer().fill("half a thought");
        assertThat(second.composer()).hasValue("half a thought");
        second.close_conversation();
        var item = second.page.getByTestId("conversation").filter(with("Kim Novak"));
        assertThat(item).containsText("Draft");
        second.button("Drafts").click();
        assertThat(second.page.getByRole(AriaRole.MAIN)).containsText("half a thought");
        second.isAccessible("the drafts");
        ada.page.reload();
        assertThat(ada.composer()).hasValue("half a thought");
    }

    @Test
    void item_13_mentioning_more_than_20_people_asks_first_with_their_number() {
        ada = member("Ada Lovelace", cluster.one());
        var others = Stream.generate(() -> Person.register(cluster.one(), "crowd"))
                .limit(21)
                .toArray(Person[]::new);
        var title = "Crowd " + ada.username;
        ada.person(cluster.one()).group(cluster.one(), title, others);
        ada.opens(title);
        ada.write("@channel lunch is ready");
        var question = ada.page.getByRole(AriaRole.ALERTDIALOG, onPage("Notify 21 people?"));
        ada.isAccessible("many are mentioned");
        question.getByRole(AriaRole.BUTTON, named("Cancel")).click();
        assertThat(ada.composer()).hasValue("@channel lunch is ready");
        assertThat(ada.messages("lunch is ready")).hasCount(0);
        ada.page.getByTestId("send").click();
        question.getByRole(AriaRole.BUTTON, named("Send and notify")).click();
        ada.sees("lunch is ready");
        ada.write("`@channel` is only code");
        ada.sees("is only code");
    }

    @Test
    void item_14_a_note_says_when_the_recipient_does_not_work_with_their_local_time() {
        ada_meets_kim();
        var other = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().getValue();
        kim.person(cluster.two())
                .at(cluster.two())
                .call(
                        "PUT",
                        "/api/me/hours",
                        Json.of("zone", "Asia/Kolkata", "days", new int[] {other}, "from", "09:00", "to", "17:00")
                                .toString())
                .as(200);
        var note = ada.page.locator(".composer__note");
        assertThat(note).hasText(Pattern.compile("It’s .*\\d:\\d\\d.* for Kim Novak, outside their working hours\\."));
        ada.isAccessible("the recipient does not work now");
        kim.choose("For 1 hour");
        assertThat(note).containsText("Kim Novak has paused notifications until");
    }

    @Test
    void item_16_a_paste_becomes_markdown_and_one_undo_makes_it_plain() {
        ada_meets_kim();
        ada.composer().focus();
        paste("so very bold", "<p>so <b>very</b> <i>bold</i></p>");
        assertThat(ada.composer()).hasValue("so **very** _bold_");
        ada.page.keyboard().press("Control+z");
        assertThat(ada.composer()).hasValue("so very bold");

        ada.composer().fill("read the manual");
        ada.page.keyboard().press("Control+a");
        paste("https://example.org/a", "");
        assertThat(ada.composer()).hasValue("[read the manual](https://example.org/a)");

        ada.composer().fill("");
        var cells = "one\ttwo\nthree\tfour";
        paste(cells, "<table><tr><td>one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr></table>");
        // What the page does not convert is left to the browser, which ignores a paste that is made by a script.
        assertThat(ada.composer()).hasValue("");
    }

    private void paste(String text, String html) {
        // The converter is loaded when the composer is first shown.
        ada.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        ada.page.evaluate("""
                ({ text, html }) => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  if (html) data.setData('text/html', html);
                  const init = { bubbles: true, cancelable: true, clipboardData: data };
                  document.getElementById('message').dispatchEvent(new ClipboardEvent('paste', init));
                }""", java.util.Map.of("text", text, "html", html));
    }
}
