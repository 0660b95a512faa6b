package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writing formatted text, emoji and drafts. */
class ComposingIT extends Browsing {

    @Test
    void item_18_formatted_text_is_shown_safely_to_both() {
        ada_meets_kim();
        ada.write(
                "**bold** and `code`\n\n```js\nconst one = 1;\n```\n<img src=x onerror=alert(1)> [site](javascript:alert(1))");
        for (var each : new Visitor[] {ada, kim}) {
            var message = each.messages("const one = 1;");
            assertThat(message.locator("strong").filter(with("bold"))).hasCount(1);
            assertThat(message.locator("pre")).containsText("const one = 1;");
            assertThat(message.locator(".hljs-keyword")).hasText("const");
            assertThat(message.locator("img")).hasCount(0);
            assertThat(message.locator("a")).hasCount(0);
        }
        ada.shoot("formatted");
        ada.isAccessible("formatted text");
    }

    @Tag("long")
    @Test
    void item_20_the_selection_is_formatted_by_keys_and_one_undo_restores_it() {
        ada_meets_kim();
        ada.composer().pressSequentially("hello world");
        ada.page.keyboard().press("Control+a");
        ada.page.keyboard().press("Control+b");
        assertThat(ada.composer()).hasValue("**hello world**");
        ada.page.keyboard().press("Control+z");
        assertThat(ada.composer()).hasValue("hello world");
        ada.button("Formatting").click();
        ada.isAccessible("the formatting bar");
        ada.button("Preview").click();
        assertThat(ada.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview")))
                .containsText("hello world");
    }

    @Tag("long")
    @Test
    void item_19_emoji_are_found_by_shortcode_and_picker_and_are_large_alone() {
        ada_meets_kim();
        ada.composer().pressSequentially(":tada");
        assertThat(ada.page.getByRole(AriaRole.OPTION).first()).containsText("🎉");
        ada.page.keyboard().press("Enter");
        assertThat(ada.composer()).hasValue(Pattern.compile("🎉"));
        ada.button("Emoji").click();
        var picker = ada.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Emoji"));
        picker.getByRole(AriaRole.COMBOBOX).fill("rocket");
        assertThat(picker.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-label", "rocket");
        ada.shoot("emoji-picker");
        ada.isAccessible("the emoji picker");
        ada.page.keyboard().press("Enter");
        assertThat(picker).hasCount(0);
        ada.page.keyboard().press("Enter");
        assertThat(kim.messages("🚀").locator(".md--emoji")).hasCount(1);

        kim.messages("🚀").hover();
        kim.messages("🚀")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add reaction"))
                .click();
        var reactions = kim.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Add reaction"));
        reactions.getByRole(AriaRole.COMBOBOX).fill("party");
        kim.page.keyboard().press("Enter");
        assertThat(ada.messages("🚀").locator(".reaction")).hasCount(1);
    }

    @Tag("long")
    @Test
    void item_08_and_09_a_draft_follows_its_author_to_another_page_and_the_up_arrow_edits_the_last_message() {
        ada_meets_kim();
        ada.composer().fill("half a thought");
        var elsewhere = visitor("Ada Lovelace", ada.username, wide());
        elsewhere.signIn();
        elsewhere.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        assertThat(elsewhere.composer()).hasValue("half a thought");
        elsewhere.composer().fill("");
        assertThat(ada.composer()).hasValue("");
        ada.composer().focus();
        ada.page.keyboard().press("ArrowUp");
        assertThat(ada.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Edit message")))
                .isFocused();
        ada.page.keyboard().press("Escape");
        assertThat(ada.composer()).isFocused();
    }
}
