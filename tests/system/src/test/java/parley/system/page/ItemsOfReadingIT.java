package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading: what follows, what can be done with a message and by which keys, times, and what is announced. */
@Tag("long")
class ItemsOfReadingIT extends Browsing {

    @Test
    void item_24_the_end_is_followed_and_a_reader_above_is_told_how_many_came() {
        ada_meets_kim();
        var writer = kim.person(cluster.two());
        for (int i = 1; i <= 40; i++) say(writer, cluster.two(), ada.conversation(), "line " + i + ".");
        ada.sees("line 40.");
        ada.messages("line 38.").hover();
        ada.page.mouse().wheel(0, -900);
        var down = ada.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Jump to latest")));
        assertThat(down).isVisible();
        var pos = ada.page.getByTestId("message").first().getAttribute("data-pos");
        var read = ada.page.locator("[data-pos='" + pos + "']");
        var before = read.boundingBox().y;
        for (int i = 41; i <= 43; i++) say(writer, cluster.two(), ada.conversation(), "line " + i + ".");
        assertThat(down).hasAccessibleName("3 new messages. Jump to latest");
        assertThat(read.boundingBox().y).isCloseTo(before, Offset.offset(2.0));
        down.click();
        ada.sees("line 43.");
        assertThat(down).hasCount(0);
        say(writer, cluster.two(), ada.conversation(), "line 44.");
        assertThat(ada.messages("line 44.")).isInViewport();
    }

    @Test
    void item_27_the_keys_of_a_message_take_its_actions() {
        ada_meets_kim();
        ada.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ada.write("second of mine");
        kim.write("third from Kim");
        ada.sees("third from Kim");
        var keys = ada.page.keyboard();
        ada.composer().focus();
        keys.press("Shift+F6");
        assertThat(ada.messages("third from Kim")).isFocused();
        keys.press("k");
        assertThat(ada.messages("second of mine")).isFocused();
        keys.press("ArrowUp");
        assertThat(ada.messages("Hello Kim Novak")).isFocused();
        keys.press("j");
        keys.press("e");
        var editor = ada.page.getByRole(AriaRole.TEXTBOX, onPage("Edit message"));
        assertThat(editor).isFocused();
        keys.press("Escape");
        ada.messages("second of mine").focus();
        keys.press("Delete");
        var question = ada.page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).isVisible();
        keys.press("Escape");
        ada.messages("third from Kim").focus();
        keys.press("l");
        assertThat(ada.page.getByText("Copied")).hasCount(1);
        var link = ada.page.evaluate("navigator.clipboard.readText()").toString();
        assertThat(link)
                .endsWith("#/c/" + ada.conversation() + "/m/"
                        + ada.messages("third from Kim").getAttribute("data-pos"));
        keys.press("+");
        assertThat(ada.page.getByRole(AriaRole.DIALOG, onPage("Add reaction"))).isVisible();
        keys.press("Escape");
        ada.messages("third from Kim").focus();
        keys.press("u");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        keys.press("r");
        assertThat(ada.button("Cancel reply")).isVisible();
    }

    @Test
    void item_28_the_actions_of_a_message_have_the_same_order_everywhere() {
        ada_meets_kim();
        var title = "Order " + ada.username;
        var conversation = ada.person(cluster.one()).group(cluster.one(), title, kim.person(cluster.two()));
        ada.opens(title);
        ada.write("of mine");
        ada.sees("of mine");
        say(kim.person(cluster.two()), cluster.two(), conversation, "of Kim");
        ada.sees("of Kim");
        assertThat(menu("of mine"))
                .containsExactly(
                        "Add reaction",
                        "Reply",
                        "Copy text",
                        "Copy link",
                        "Mark unread from here",
                        "Who has read",
                        "Edit",
                        "Delete");
        assertThat(menu("of Kim"))
                .containsExactly(
                        "Add reaction",
                        "Reply",
                        "Copy text",
                        "Copy link",
                        "Mark unread from here",
                        "Who has read",
                        "Delete",
                        "Report");
    }

    private List<String> menu(String message) {
        ada.messages(message).first().focus();
        ada.page.keyboard().press("Enter");
        assertThat(ada.page.getByRole(AriaRole.MENU)).isVisible();
        var labels =
                ada.page.getByRole(AriaRole.MENUITEM).locator("[slot=label]").allInnerTexts();
        ada.page.keyboard().press("Escape");
        assertThat(ada.page.getByRole(AriaRole.MENU)).hasCount(0);
        return labels;
    }

    @Test
    void item_29_long_messages_and_code_collapse() {
        ada_meets_kim();
        var lines =
                IntStream.rangeClosed(1, 60).mapToObj(i -> "line " + i + ".").collect(Collectors.joining("\n"));
        ada.write(lines);
        kim.write("```\n" + lines.replace("line", "code") + "\n```");
        for (var kind : List.of("line", "code")) {
            var message = ada.messages(kind + " 1.");
            assertThat(message).hasCount(1);
            assertThat(message).not().containsText(kind + " 60.");
            var more = message.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName(Pattern.compile("Show (more|all 60 lines)")));
            more.click();
            assertThat(message).containsText(kind + " 60.");
            message.getByRole(AriaRole.BUTTON, named("Show less")).click();
            assertThat(message).not().containsText(kind + " 60.");
        }
        ada.isAccessible("long messages");
    }

    @Test
    void item_30_times_are_exact_on_hover_and_in_the_language_of_the_browser_or_of_the_profile() {
        ada = visitor("Ada Lovelace", wide().setLocale("de-DE").setTimezoneId("Europe/Berlin"));
        ada.register();
        kim = member("Kim Novak", cluster.two());
        ada.meet(kim);
        var time = ada.messages("Hello Kim Novak").locator("time");
        assertThat(time)
                .hasAttribute("title", Pattern.compile("\\d{1,2}\\. [A-Za-zä]+ 20\\d\\d um \\d\\d:\\d\\d:\\d\\d"));
        assertThat(time).hasText(Pattern.compile("^\\d\\d:\\d\\d$"));
        ada.choose("Profile");
        ada.page.getByLabel("Dates and times").selectOption("en-US");
        assertThat(time).hasText(Pattern.compile("^\\d{1,2}:\\d\\d\\s[AP]M$"));
        ada.page.reload();
        assertThat(time).hasText(Pattern.compile("^\\d{1,2}:\\d\\d\\s[AP]M$"));
    }

    @Test
    void item_31_new_messages_are_announced_and_many_at_once_are_bundled() {
        ada_meets_kim();
        var status = ada.page.getByRole(AriaRole.MAIN).locator("p[role=status][aria-live=polite].visually-hidden");
        var announced = status.filter(with("Kim Novak: a new one"));
        kim.write("a new one");
        assertThat(announced).hasCount(1);
        var writer = kim.person(cluster.two());
        for (int i = 1; i <= 8; i++) say(writer, cluster.two(), ada.conversation(), "burst " + i + ".");
        assertThat(status.filter(with(Pattern.compile("^[6-9] new messages$")))).hasCount(1);
        ada.page.reload();
        ada.sees("burst 8.");
        assertThat(status.filter(with(Pattern.compile("new messages|Kim Novak"))))
                .hasCount(0);
    }

    private static Locator.FilterOptions with(Pattern text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
