package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Channels on the page: created, found, joined, changed and left. */
class ChannelPageIT extends Browsing {

    @Test
    void a_public_channel_is_created_found_read_and_joined() {
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
        kim.page.getByRole(AriaRole.LINK, onPage(title)).click();
        kim.sees("Welcome aboard");
        assertThat(kim.composer()).hasCount(0);
        kim.shoot("channel-preview");
        kim.isAccessible("a channel that is not joined");
        kim.button("Join " + title).click();
        kim.write("Thank you");
        ada.sees("Thank you");
        assertThat(ada.page.getByText("Kim Novak joined")).isVisible();
    }

    @Test
    void every_change_of_a_channel_is_shown_to_its_members_with_its_actor() {
        ada_meets_kim();
        var title = "Pier " + ada.username;
        create(title, "Private: only people who are added");
        ada.button("Details").click();
        var details = ada.page.getByRole(AriaRole.COMPLEMENTARY, onPage("Details"));
        details.getByRole(AriaRole.BUTTON, named("Add people")).click();
        details.getByLabel("Find people to add").fill(kim.username);
        details.getByTestId("person").click();
        assertThat(ada.page.getByText("Ada Lovelace added Kim Novak")).isVisible();
        kim.page.getByTestId("conversation").filter(with(title)).click();

        details.getByRole(AriaRole.BUTTON, named("Edit")).click();
        details.getByLabel("Topic (optional)").fill("Ships only");
        details.getByLabel("Who can write").selectOption("moderators");
        details.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(kim.page.getByText("Ada Lovelace changed the topic to: Ships only"))
                .isVisible();
        assertThat(kim.page.getByText("Only owners and moderators can write")).isVisible();
        ada.shoot("channel-details");
        ada.isAccessible("the details of a channel");

        ada.page.getByLabel("Actions for Kim Novak").click();
        ada.page.getByRole(AriaRole.MENUITEM, onPage("Make owner")).click();
        assertThat(kim.page.getByText("Ada Lovelace made Kim Novak")).isVisible();
        details.getByRole(AriaRole.BUTTON, named("Leave channel")).click();
        ada.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, named("Leave channel"))
                .click();
        assertThat(kim.page.getByText("Ada Lovelace left")).isVisible();
        assertThat(ada.page.getByTestId("conversation").filter(with(title))).hasCount(0);
    }

    @Test
    void a_mention_is_completed_highlighted_counted_and_listed() {
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

    private static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
