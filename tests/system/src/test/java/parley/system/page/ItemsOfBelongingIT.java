package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
    void item_38_names_in_notices_quotes_and_readers_open_the_profile() {
        ada_meets_kim();
        var title = "Dock " + ada.username;
        var group = ada.person(cluster.one()).group(cluster.one(), title, kim.person(cluster.two()));
        say(kim.person(cluster.two()), cluster.two(), group, "Which gate?");
        var members = "/api/conversations/" + group + "/members/";
        var max = Person.register(cluster.two(), "max");
        ada.person(cluster.one()).at(cluster.one()).put(members + max.id());
        ada.opens(title);
        kim.opens(title);
        ada.sees("Which gate?");
        var notice = ada.page.locator(".line--notice").filter(with("added max"));
        opens_profile(notice.getByRole(AriaRole.BUTTON, named("max")), "max");
        notice.getByRole(AriaRole.BUTTON, named("Ada Lovelace")).focus();
        ada.page.keyboard().press("Enter");
        assertThat(ada.page.getByTestId("profile")).containsText("Ada Lovelace");
        ada.isAccessible("a profile from a notice");
        ada.shoot("notice-profile");
        ada.page.keyboard().press("Escape");

        ada.act("Which gate?", "Reply");
        ada.write("Gate 7");
        var answer = ada.messages("Gate 7");
        assertThat(answer).hasAttribute("data-state", "accepted");
        opens_profile(answer.locator("blockquote").getByRole(AriaRole.BUTTON, named("Kim Novak")), "Kim Novak");

        kim.sees("Gate 7");
        assertThat(answer.getByTestId("read-by")).isVisible();
        ada.act("Gate 7", "Who has read");
        var dialog = ada.page.getByRole(AriaRole.DIALOG, onPage("Who has read"));
        var reader = dialog.getByTestId("reader").getByRole(AriaRole.BUTTON, named("Kim Novak"));
        opens_profile(reader, "Kim Novak");
        assertThat(dialog).isVisible();
        reader.click();
        assertThat(ada.page.getByTestId("profile")).isVisible();
        ada.shoot("readers-profile");
        ada.page
                .getByTestId("profile")
                .getByRole(AriaRole.BUTTON, named("Mention"))
                .click();
        assertThat(dialog).hasCount(0);
        assertThat(ada.composer()).hasValue("@" + kim.username + " ");
    }

    /** A click shows the profile of the person, and Escape closes only that. */
    private void opens_profile(Locator name, String person) {
        name.click();
        assertThat(ada.page.getByTestId("profile")).containsText(person);
        ada.page.keyboard().press("Escape");
        assertThat(ada.page.getByTestId("profile")).hasCount(0);
    }

    @Test
    void item_39_the_sessions_are_listed_and_ended_on_other_devices() {
        ada = member("Ada Lovelace", cluster.one());
        var options = wide().setUserAgent("Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0");
        var phone = visitor(ada.displayName, ada.username, options);
        phone.signIn();
        ada.person(cluster.two());

        ada.choose("Profile");
        var sessions = ada.page.getByTestId("session");
        assertThat(sessions).hasCount(3);
        assertThat(sessions.first()).containsText("Java-http-client");
        assertThat(sessions.nth(1)).containsText("Firefox on Android");
        assertThat(sessions.nth(1)).containsText("From 127.0.0.1, signed in");
        assertThat(sessions.nth(2)).containsText("This session");
        ada.isAccessible("the sessions");
        ada.page.getByText("Sign out all others").scrollIntoViewIfNeeded();
        ada.shoot("sessions");
        ada.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.isAccessible("the sessions in the dark theme");
        ada.shoot("sessions-dark");

        sessions.nth(1).getByRole(AriaRole.BUTTON).click();
        var question = ada.page.getByRole(AriaRole.GROUP, onPage("Sign out Firefox on Android?"));
        ada.isAccessible("a question before signing out a session");
        assertThat(question.getByRole(AriaRole.BUTTON, named("Cancel"))).isFocused();
        ada.page.setViewportSize(390, 800);
        ada.isAccessible("the sessions on a phone");
        ada.shoot("sessions-phone");
        ada.page.keyboard().press("Tab");
        ada.page.keyboard().press("Enter");
        assertThat(ada.page.getByText("Firefox on Android is signed out.")).isVisible();
        assertThat(sessions).hasCount(2);
        assertThat(phone.page.getByText("You have been signed out.")).isVisible();

        ada.button("Sign out all others").click();
        ada.page
                .getByRole(AriaRole.GROUP, onPage("Sign out all other sessions?"))
                .getByRole(AriaRole.BUTTON, named("Sign out"))
                .click();
        assertThat(ada.page.getByText("All other sessions are signed out.")).isVisible();
        assertThat(sessions).hasCount(1);
        assertThat(sessions).containsText("This session");
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
