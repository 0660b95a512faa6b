package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The basic use of the client by two users. */
class BrowserIT extends Browsing {

    @Test
    void two_users_exchange_messages_and_find_them_after_a_reload() {
        var ada = visitor("Ada Lovelace", wide());
        ada.shoot("auth");
        ada.isAccessible("the way in");
        ada.register();
        ada.isAccessible("nothing yet");
        var kim = visitor("Kim Novak", wide());
        kim.register();

        ada.open(kim);
        ada.write("Hello Kim, how are you?");
        ada.sees("Hello Kim, how are you?");
        kim.page.getByTestId("conversation").filter(with("Ada Lovelace")).click();
        kim.sees("Hello Kim, how are you?");
        kim.write("Fine, thank you. And you?");
        ada.sees("Fine, thank you. And you?");
        ada.write("A second line\nbelow the first, and a link: https://example.org/a?b=c");
        kim.sees("below the first");
        kim.write("Good. 👋");
        ada.sees("Good.");
        ada.shoot("conversation");
        ada.isAccessible("a conversation");
        assertThat(kim.page.getByText("Seen").first()).isVisible();

        ada.page.reload();
        ada.sees("Hello Kim, how are you?");
        ada.sees("Fine, thank you. And you?");
        ada.signOut();
        ada.signIn();
        ada.page.getByTestId("conversation").filter(with("Kim Novak")).click();
        ada.sees("Good.");
        assertThat(ada.complaints).isEmpty();
        assertThat(kim.complaints).isEmpty();
    }

    @Test
    void messages_of_a_conversation_that_is_not_open_are_counted_as_unread() {
        var ada = visitor("Ada Lovelace", wide());
        var kim = visitor("Kim Novak", wide());
        ada.register();
        kim.register();
        kim.open(ada);
        kim.write("one");
        kim.sees("one");
        kim.write("two");
        var item = ada.page.getByTestId("conversation").filter(with("Kim Novak"));
        assertThat(item.getByTestId("unread")).hasText("2");
        item.click();
        assertThat(item.getByTestId("unread")).hasCount(0);
        assertThat(kim.page.getByText("Seen").first()).isVisible();
    }

    @Tag("long")
    @Test
    void a_wrong_password_and_a_taken_username_are_explained() {
        var ada = visitor("Ada Lovelace", wide());
        ada.register();
        ada.signOut();
        ada.page.getByLabel("Username").fill(ada.username);
        ada.page.getByLabel("Password", exactly()).fill("not the password");
        ada.button("Sign in").click();
        assertThat(ada.page.getByRole(AriaRole.ALERT)).containsText("Incorrect username or password");
        ada.isAccessible("a refusal");
        ada.page.getByText("New here? Create an account").click();
        ada.page.getByLabel("Username").fill(ada.username);
        ada.page.getByLabel("Password", exactly()).fill("another password");
        ada.button("Create account").click();
        assertThat(ada.page.getByText("This username is taken")).isVisible();
    }

    @Test
    void everything_works_with_the_keyboard() {
        var kim = visitor("Kim Novak", wide());
        kim.register();
        var ada = visitor("Ada Lovelace", wide());
        var keys = ada.page.keyboard();
        assertThat(ada.button("New here? Create an account")).isVisible();
        tabTo(ada, "New here? Create an account");
        keys.press("Enter");
        assertThat(ada.page.getByLabel("Username")).isFocused();
        keys.type(ada.username);
        keys.press("Tab");
        keys.type(ada.displayName);
        keys.press("Tab");
        keys.type(parley.cluster.client.Person.PASSWORD);
        keys.press("Enter");
        assertThat(ada.page.getByTestId("search")).isVisible();
        keys.press("Control+k");
        assertThat(ada.page.getByTestId("directory-search")).isFocused();
        keys.type(kim.username);
        assertThat(ada.page.getByTestId("person")).hasCount(1);
        keys.press("Enter");
        assertThat(ada.page.getByTestId("composer")).isFocused();
        keys.type("typed, never clicked");
        keys.press("Enter");
        ada.sees("typed, never clicked");
        keys.type("two");
        keys.press("Shift+Enter");
        keys.type("lines");
        keys.press("Enter");
        assertThat(ada.messages("lines")).hasAttribute("data-state", "accepted");
    }

    @Test
    void dark_and_narrow_screens_work_and_are_accessible() {
        var kim = visitor("Kim Novak", wide());
        kim.register();
        var ada = visitor("Ada Lovelace", wide().setColorScheme(ColorScheme.DARK));
        ada.isAccessible("the way in, dark");
        ada.register();
        ada.open(kim);
        ada.write("In the dark");
        ada.sees("In the dark");
        kim.page.getByTestId("conversation").filter(with("Ada Lovelace")).click();
        kim.write("Light here");
        ada.sees("Light here");
        ada.shoot("dark");
        ada.isAccessible("a conversation, dark");

        var phone = visitor("Pat Phone", wide().setViewportSize(390, 844).setHasTouch(true));
        phone.register();
        phone.isAccessible("the list, narrow");
        phone.open(kim);
        phone.write("From the phone, with a line that is rather long so that it has to wrap somewhere");
        phone.sees("From the phone");
        phone.shoot("phone");
        phone.isAccessible("a conversation, narrow");
        assertThat((Boolean) phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        phone.button("Back to conversations").click();
        assertThat(phone.page.getByTestId("conversation").first()).isVisible();
        phone.shoot("phone-list");
    }

    private static void tabTo(Visitor visitor, String name) {
        for (int i = 0; i < 40; i++) {
            var focused = visitor.page
                    .evaluate(
                            "() => { const e = document.activeElement; return (e.getAttribute('aria-label') ?? '') + ' ' + (e.textContent ?? ''); }")
                    .toString();
            if (focused.contains(name)
                    && !visitor.page
                            .evaluate("() => document.activeElement.tagName")
                            .equals("BODY")) return;
            visitor.page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by Tab to " + name);
    }
}
