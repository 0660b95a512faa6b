package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reactions, replies, edits and removals, with mouse and keyboard, and after a lost answer. */
class ToolsIT extends Browsing {

    @Test
    void reactions_replies_edits_and_removals_are_seen_by_both() {
        ada_meets_kim();
        ada.write("teh first draft");
        kim.sees("teh first draft");

        kim.act("teh first draft", "React with 👍");
        for (var each : new Visitor[] {ada, kim})
            assertThat(each.messages("teh first draft").getByText("👍 from Kim Novak"))
                    .hasCount(1);
        kim.act("teh first draft", "Reply");
        assertThat(kim.composer()).isFocused();
        kim.composer().fill("a typo, I think");
        kim.shoot("reply");
        kim.isAccessible("a reply is begun");
        kim.page.keyboard().press("Enter");
        assertThat(ada.messages("a typo, I think").getByRole(AriaRole.BLOCKQUOTE))
                .containsText("teh first draft");

        ada.messages("teh first draft").first().focus();
        ada.shoot("tools");
        ada.isAccessible("the toolbar of a message");
        ada.page.keyboard().press("Enter");
        var menu = ada.page.getByRole(AriaRole.MENU);
        assertThat(menu).isVisible();
        ada.shoot("menu");
        ada.isAccessible("the menu of a message");
        menu.getByRole(AriaRole.MENUITEM, named("Edit")).click();
        var editor = ada.page.getByRole(
                AriaRole.TEXTBOX, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Edit message"));
        assertThat(editor).isFocused();
        editor.fill("the first draft");
        ada.isAccessible("a message is edited");
        ada.page.keyboard().press("Enter");
        for (var each : new Visitor[] {ada, kim}) {
            assertThat(each.page.getByTestId("message").filter(with("teh first draft")))
                    .hasCount(0);
            assertThat(each.messages("the first draft").first()).containsText("edited");
        }
        assertThat(ada.composer()).isFocused();

        ada.act("Hello Kim Novak", "Delete");
        var dialog = ada.page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("Delete this message?");
        ada.isAccessible("a message is deleted");
        dialog.getByRole(AriaRole.BUTTON, named("Delete")).click();
        for (var each : new Visitor[] {ada, kim}) {
            assertThat(each.messages("Hello Kim Novak")).hasCount(0);
            assertThat(each.messages("This message was deleted.")).hasCount(1);
        }
        ada.page.reload();
        assertThat(ada.messages("This message was deleted.")).hasCount(1);
        assertThat(ada.messages("the first draft").first().getByText("👍 from Kim Novak"))
                .hasCount(1);
    }

    @Test
    @Tag("long")
    void a_change_that_is_repeated_after_a_lost_answer_is_applied_once() {
        ada_meets_kim();
        var wire = wire();
        wire.onSend("\"t\":\"edit\"", (frame, connection) -> {
            wire.passAll();
            connection.far.send(frame);
            connection.dies();
            connection.near.close();
        });
        ada.act("Hello Kim Novak", "Edit");
        ada.page.keyboard().type(", how are you?");
        ada.page.keyboard().press("Enter");
        for (var each : new Visitor[] {ada, kim}) each.sees("Hello Kim Novak, how are you?");
        assertThat(ada.page.getByText("Saving…")).hasCount(0);
    }
}
