package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Channels on the page: created, found, joined, changed and left. */
class ChannelPageIT extends Browsing {

    @Test
    void item_37_a_public_channel_is_created_found_read_and_joined() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        var title = "Harbour " + ada.username;
        create(title, "Public: everyone can find, read and join it");
        ada.write("Welcome aboard");
        ada.sees("Welcome aboard");

        kim.page.getByTestId("create").click();
        kim.page.getByRole(AriaRole.MENUITEM, onPage("Browse channels")).click();
        kim.page.getByLabel("Find channels").fill(title);
        kim.isAccessible("the list of channels");
        kim.button("Read " + title + " without joining").click();
        kim.sees("Welcome aboard");
        assertThat(kim.composer()).hasCount(0);
        kim.shoot("channel-preview");
        kim.isAccessible("a channel that is not joined");
        kim.button("Join channel").click();
        kim.write("Thank you");
        ada.sees("Thank you");
        assertThat(notice(ada, "Kim Novak joined")).isVisible();
    }

    @Tag("long")
    @Test
    void item_37_every_change_of_a_channel_is_shown_to_its_members_with_its_actor() {
        ada_meets_kim();
        var title = "Pier " + ada.username;
        create(title, "Private: only people who are added");
        ada.button("Details").click();
        var details = ada.page.getByRole(AriaRole.COMPLEMENTARY, onPage("Details"));
        details.getByRole(AriaRole.BUTTON, named("Add people")).click();
        var adding = ada.page.getByRole(AriaRole.DIALOG, onPage("Add people to " + title));
        adding.getByLabel("Find people to add").fill(kim.username);
        adding.getByTestId("person").click();
        ada.isAccessible("people are added");
        adding.getByRole(AriaRole.BUTTON, named("Add 1 person")).click();
        assertThat(notice(ada, "Ada Lovelace added Kim Novak")).isVisible();
        kim.page.getByTestId("conversation").filter(with(title)).click();

        details.getByRole(AriaRole.BUTTON, named("Edit")).click();
        var editing = ada.page.getByRole(AriaRole.DIALOG, onPage("Edit " + title));
        editing.getByLabel("Topic (optional)").fill("Ships only");
        editing.getByLabel("Only owners and moderators").check();
        editing.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(notice(kim, "Ada Lovelace changed the topic to: Ships only and restricted writing"))
                .isVisible();
        assertThat(kim.page.getByTestId("closed")).containsText("Only owners and moderators can write");
        ada.shoot("channel-details");
        ada.isAccessible("the details of a channel");

        details.getByRole(AriaRole.BUTTON, named("Leave channel")).click();
        var leaving = ada.page.getByRole(AriaRole.ALERTDIALOG);
        leaving.getByLabel("New owner").selectOption(new SelectOption().setLabel("Kim Novak"));
        ada.isAccessible("the last owner leaves");
        leaving.getByRole(AriaRole.BUTTON, named("Make owner and leave")).click();
        assertThat(notice(kim, "Ada Lovelace made Kim Novak an owner")).isVisible();
        assertThat(notice(kim, "Ada Lovelace left")).isVisible();
        assertThat(ada.page.getByText("You left " + title)).isVisible();
        assertThat(ada.page.getByTestId("conversation").filter(with(title))).hasCount(0);
    }

    @Tag("long")
    @Test
    void item_37_an_archived_channel_is_read_only_until_it_is_restored() {
        ada = member("Ada Lovelace", cluster.one());
        var title = "Attic " + ada.username;
        create(title, "Private: only people who are added");
        ada.write("Before");
        ada.sees("Before");
        ada.button("Details").click();
        ada.button("Archive channel").click();
        ada.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, named("Archive channel"))
                .click();
        assertThat(ada.composer()).hasCount(0);
        assertThat(notice(ada, "Ada Lovelace archived the channel")).isVisible();
        ada.page
                .getByTestId("closed")
                .getByRole(AriaRole.BUTTON, named("Restore channel"))
                .click();
        ada.write("After");
        ada.sees("After");
    }

    @Test
    void item_11_a_mention_is_completed_highlighted_counted_and_listed() {
        ada_meets_kim();
        var title = "Deck " + ada.username;
        create(title, "Private: only people who are added", kim);
        ada.composer().pressSequentially("Hello @" + kim.username.substring(0, 4));
        var suggestions = ada.page.getByRole(AriaRole.LISTBOX, onPage("Suggestions"));
        assertThat(suggestions.getByRole(AriaRole.OPTION).first()).containsText("Kim Novak");
        ada.isAccessible("a mention is completed");
        ada.page.keyboard().press("Enter");
        ada.page.keyboard().type("**now**");
        ada.page.keyboard().press("Enter");
        assertThat(ada.messages("Hello @Kim Novak now")).hasCount(1);

        var item = kim.page.getByTestId("conversation").filter(with(title));
        assertThat(item.getByTestId("mentions")).hasText("@1");
        kim.page.keyboard().press("Control+Shift+M");
        kim.page.getByTestId("mention").filter(with("Hello")).click();
        assertThat(kim.messages("Hello @Kim Novak now")).hasCount(1);
        assertThat(kim.page.locator(".mention--me")).isVisible();
        assertThat(item.getByTestId("mentions")).hasCount(0);
        kim.messages("Hello").getByTestId("mention").click();
        assertThat(kim.page.getByTestId("profile")).containsText("@" + kim.username);
        kim.isAccessible("a profile");
    }

    /** A change of the channel, as shown in the conversation. */
    private static Locator notice(Visitor visitor, String text) {
        return visitor.page.getByRole(AriaRole.LOG).locator(".line--notice").filter(with(text));
    }

    private void create(String title, String visibility, Visitor... members) {
        ada.page.getByTestId("create").click();
        ada.page.getByRole(AriaRole.MENUITEM, onPage("New channel")).click();
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(title);
        dialog.getByLabel(visibility).check();
        for (var member : members) {
            dialog.getByLabel("Find people to add").fill(member.username);
            dialog.getByTestId("person").click();
        }
        ada.isAccessible("a channel is created");
        dialog.getByRole(AriaRole.BUTTON, named("Create channel")).click();
        assertThat(ada.page.getByRole(AriaRole.HEADING, onPage(title))).isVisible();
    }
}
