package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.cluster.client.Person;

/** Takes a picture of every screen, on a wide screen and on two phones, light and dark, to be looked at. */
@Tag("long")
class ScreensIT extends Browsing {

    private static final String TITLE = "Harbour";

    private Visitor look;
    private String size;

    @BeforeEach
    void a_company() {
        ada = member("Ada Lovelace", cluster.one());
        var me = ada.person(cluster.one());
        var kim = Person.register(cluster.two(), "kim", "Kim Novak");
        var grace = Person.register(cluster.two(), "grace", "Grace Hopper");
        for (var title :
                new String[] {"Announcements", "Design reviews of the new landing page and its texts", "Lunch"})
            say(grace, cluster.two(), me.group(cluster.one(), title, grace, kim), "Good morning. Here is the plan.");
        say(kim, cluster.two(), kim.direct(cluster.two(), me), "See you at the gate, @" + ada.username + "?");
        var harbour = me.group(cluster.one(), TITLE, kim, grace);
        me.at(cluster.one())
                .call(
                        "PATCH",
                        "/api/conversations/" + harbour,
                        Json.of("topic", "Ships and tides").toString());
        say(kim, cluster.two(), harbour, "**Ships** come at `noon`, @" + ada.username + ": https://example.org/tides");
        say(grace, cluster.two(), harbour, """
                What is left:
                - berth *7* is free
                - the crane is booked

                > Who has the keys?
                """);
        say(me, cluster.one(), harbour, "```js\nconst ships = await harbour.arrivals('today');\n```\nI have them 🔑");
    }

    @Test
    void light() {
        screens(ColorScheme.LIGHT);
    }

    @Test
    void dark() {
        screens(ColorScheme.DARK);
    }

    private void screens(ColorScheme scheme) {
        for (int width : new int[] {1280, 390, 320}) {
            var narrow = width < 720;
            var options =
                    wide().setViewportSize(width, narrow ? width * 2 : 800).setColorScheme(scheme);
            if (narrow) options.setHasTouch(true).setIsMobile(true);
            look = visitor("Ada Lovelace", ada.username, options);
            size = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
            screens();
        }
    }

    private void screens() {
        shoot("01-sign-in");
        look.signIn();
        assertThat(look.page.getByTestId("conversation").filter(with(TITLE))).isVisible();
        shoot("02-list");
        look.page.getByTestId("account").click();
        look.page.getByRole(AriaRole.MENU).waitFor();
        shoot("03-account");
        look.page.keyboard().press("Escape");
        for (var dialog : new String[] {"Profile", "Notifications", "Set a status", "Keyboard shortcuts"}) {
            look.page.getByTestId("account").click();
            look.page
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(dialog))
                    .click();
            look.page.getByRole(AriaRole.DIALOG).waitFor();
            shoot("04-" + dialog);
            look.page.keyboard().press("Escape");
        }
        look.page.getByTestId("search").click();
        look.page.getByTestId("directory-search").fill("Gra");
        assertThat(look.page.getByTestId("person").first()).isVisible();
        shoot("05-switcher");
        look.page.keyboard().press("Escape");
        look.page.getByTestId("create").click();
        look.page.getByRole(AriaRole.MENUITEM, onPage("New channel")).click();
        look.page.getByRole(AriaRole.DIALOG).waitFor();
        shoot("06-new-channel");
        look.page.keyboard().press("Escape");
        look.opens(TITLE);
        look.sees("I have them");
        shoot("07-channel");
        look.button("Formatting").click();
        look.button("Emoji").click();
        assertThat(look.page.getByRole(AriaRole.OPTION).first()).isVisible();
        shoot("08-emoji");
        look.page.keyboard().press("Escape");
        look.button("Formatting").click();
        look.messages("I have them").focus();
        look.page.keyboard().press("Enter");
        look.page.getByRole(AriaRole.MENU).waitFor();
        shoot("09-message-menu");
        look.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Reply"))
                .click();
        look.composer().fill("A reply that is not finished, and long enough that it needs more than one line");
        shoot("10-reply");
        look.button("Details").click();
        assertThat(look.page.getByTestId("member")).hasCount(3);
        shoot("11-details");
        look.page
                .getByRole(AriaRole.COMPLEMENTARY, onPage("Details"))
                .getByRole(AriaRole.BUTTON, named("Close details"))
                .click();
        look.page.navigate(look.page.url().replaceAll("#.*", "#/"));
        look.opens("Kim Novak");
        look.sees("See you at the gate");
        shoot("12-direct");
        for (var view : new String[] {"mentions", "drafts", "channels"}) {
            look.page.navigate(look.page.url().replaceAll("#.*", "#/" + view));
            look.page
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.HEADING)
                    .first()
                    .waitFor();
            shoot("13-" + view);
        }
        look.page.navigate(look.page.url().replaceAll("#.*", "#/"));
        look.choose("Sign out");
        look.page.getByRole(AriaRole.ALERTDIALOG).waitFor();
        shoot("14-sign-out");
    }

    private void shoot(String screen) {
        look.page.waitForTimeout(250);
        look.shoot("screens/" + size + "-" + screen.replace(' ', '-'));
    }
}
