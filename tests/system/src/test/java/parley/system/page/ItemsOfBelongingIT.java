package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Person;

/** Addresses, marking as read, what a user is told, profiles. */
@Tag("long")
class ItemsOfBelongingIT extends Browsing {

    @Test
    void item_03_every_view_has_its_address_and_the_browser_goes_back_and_forward() {
        ada_meets_kim();
        ada.page.keyboard().press("Control+Shift+M");
        assertThat(ada.page).hasURL(Pattern.compile("#/mentions$"));
        ada.page.getByTestId("create").click();
        ada.page.getByRole(AriaRole.MENUITEM, onPage("Browse channels")).click();
        assertThat(ada.page).hasURL(Pattern.compile("#/channels$"));
        ada.page.goBack();
        assertThat(ada.page.getByRole(AriaRole.HEADING, onPage("Mentions"))).isVisible();
        ada.page.goBack();
        ada.sees("Hello Kim Novak");
        ada.page.goForward();
        ada.page.goForward();
        assertThat(ada.page.getByLabel("Find channels")).isVisible();
        var other = ada.tab();
        assertThat(other.page.getByLabel("Find channels")).isVisible();
    }

    @Test
    void item_26_one_conversation_or_all_are_marked_as_read_without_being_opened() {
        ada = member("Ada Lovelace", cluster.one());
        for (var name : List.of("Kim Novak", "Max Planck")) {
            var other = member(name, cluster.two());
            other.open(ada);
            other.write("From " + name);
            other.sees("From " + name);
        }
        var items = ada.page.getByTestId("conversation");
        assertThat(ada.page.getByTestId("unread")).hasCount(2);
        items.filter(with("Kim Novak")).focus();
        ada.page.keyboard().press("Shift+F10");
        assertThat(ada.page.getByRole(AriaRole.MENU)).isVisible();
        ada.isAccessible("the menu of a conversation");
        ada.page.getByRole(AriaRole.MENUITEM, onPage("Mark as read")).click();
        assertThat(items.filter(with("Kim Novak")).getByTestId("unread")).hasCount(0);
        assertThat(ada.page.getByTestId("unread")).hasCount(1);
        assertThat(ada.page).hasTitle("(1) Parley");
        assertThat(ada.page.getByRole(AriaRole.MENU)).hasCount(0);
        ada.page.keyboard().press("Shift+Escape");
        assertThat(ada.page.getByTestId("unread")).hasCount(0);
        assertThat(ada.page).hasTitle("Parley");
        ada.page.reload();
        assertThat(items).hasCount(2);
        assertThat(ada.page.getByTestId("unread")).hasCount(0);
    }

    @Test
    void item_36_title_and_icon_show_the_totals() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        var icon = ada.page.locator("link[rel=icon]");
        assertThat(icon).hasAttribute("href", "./favicon.svg");
        kim.open(ada);
        kim.write("one");
        assertThat(ada.page).hasTitle("(1) Parley");
        assertThat(icon).hasAttribute("href", "./favicon-unread.svg");
        var group = kim.person(cluster.two()).group(cluster.two(), "Pier " + kim.username, ada.person(cluster.one()));
        say(kim.person(cluster.two()), cluster.two(), group, "look, @" + ada.username);
        assertThat(ada.page).hasTitle("(2) Parley");
        assertThat(icon).hasAttribute("href", "./favicon-mention.svg");
        ada.page.keyboard().press("Shift+Escape");
        assertThat(icon).hasAttribute("href", "./favicon.svg");
    }

    @Test
    void item_38_a_name_opens_the_profile_with_status_and_local_time_to_write_or_mention() {
        ada_meets_kim();
        kim.choose("Profile");
        kim.page.getByLabel("Time zone").selectOption("Asia/Tokyo");
        kim.isAccessible("the profile");
        kim.page.keyboard().press("Escape");
        kim.choose("Set a status");
        kim.page.getByRole(AriaRole.DIALOG).getByText("Working remotely").click();
        kim.button("Save").click();
        var title = "Quay " + ada.username;
        var group = ada.person(cluster.one()).group(cluster.one(), title, kim.person(cluster.two()));
        say(kim.person(cluster.two()), cluster.two(), group, "here I am");
        ada.opens(title);
        var profile = ada.page.getByTestId("profile");
        ada.messages("here I am")
                .getByRole(AriaRole.BUTTON, named("Kim Novak"))
                .first()
                .click();
        assertThat(profile).containsText(Pattern.compile("\\d:\\d\\d.* local time"));
        assertThat(profile).containsText("Working remotely");
        ada.isAccessible("a profile with the local time");
        profile.getByRole(AriaRole.BUTTON, named("Mention")).click();
        assertThat(ada.composer()).hasValue("@" + kim.username + " ");
        ada.button("Details").click();
        ada.page
                .getByTestId("member")
                .getByRole(AriaRole.BUTTON, named("Kim Novak"))
                .click();
        profile.getByRole(AriaRole.BUTTON, named("Message")).click();
        ada.sees("Hello Kim Novak");
    }

    @Test
    void item_39_name_status_language_time_zone_and_password_are_changed() {
        ada_meets_kim();
        ada.choose("Profile");
        var dialog = ada.page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Display name").fill("Countess Lovelace");
        dialog.getByRole(AriaRole.BUTTON, named("Save name")).click();
        assertThat(dialog.getByText("Saved.")).isVisible();
        dialog.getByLabel("Time zone").selectOption("Europe/London");
        dialog.getByLabel("Dates and times").selectOption("sv");
        dialog.getByLabel("Current password").fill("not my password");
        dialog.getByLabel("New password").fill("a new password of mine");
        dialog.getByRole(AriaRole.BUTTON, named("Change password")).click();
        assertThat(dialog.getByText("The current password is incorrect.")).isVisible();
        dialog.getByLabel("Current password").fill(Person.PASSWORD);
        dialog.getByRole(AriaRole.BUTTON, named("Change password")).click();
        assertThat(dialog.getByText("The current password is incorrect.")).hasCount(0);
        assertThat(dialog.getByLabel("Current password")).hasValue("");
        ada.page.keyboard().press("Escape");
        kim.page.reload();
        assertThat(kim.page.getByTestId("conversation")).containsText("Countess Lovelace");

        ada.signOut();
        ada.page.getByLabel("Username").fill(ada.username);
        ada.page.getByLabel("Password", exactly()).fill("a new password of mine");
        ada.button("Sign in").click();
        ada.choose("Profile");
        assertThat(dialog.getByLabel("Time zone")).hasValue("Europe/London");
        assertThat(dialog.getByLabel("Dates and times")).hasValue("sv");
        assertThat(dialog.getByLabel("Display name")).hasValue("Countess Lovelace");
    }
}
