package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;

/**
 * Every screen, on a wide screen and on two phones, in each color scheme: it is accessible, and its picture in
 * {@code target/screenshots/screens} can be looked at.
 */
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
        say(kim, cluster.two(), kim.direct(cluster.two(), me), "See you at the gate in the morning, @" + ada.username);
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
        ada.opens(TITLE);
        ada.page
                .getByTestId("files")
                .setInputFiles(new FilePayload("berth.png", "image/png", Uploads.picture(900, 450)));
        assertThat(ada.page.locator(".uploads__item")).hasAttribute("data-state", "complete");
        ada.composer().fill("The berth, this morning");
        assertThat(ada.page.getByTestId("send")).isEnabled();
        ada.page.getByTestId("send").click();
        ada.sees("The berth, this morning");
        say(grace, cluster.two(), harbour, "Thank you!");
    }

    @Test
    void every_screen_is_accessible_in_light_colors() {
        screens("light", wide().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void every_screen_is_accessible_in_dark_colors() {
        screens("dark", wide().setColorScheme(ColorScheme.DARK));
    }

    @Test
    void every_screen_is_accessible_in_forced_colors() {
        screens("forced", wide().setForcedColors(ForcedColors.ACTIVE));
    }

    private void screens(String scheme, Browser.NewContextOptions options) {
        for (int width : new int[] {1280, 390, 320}) {
            var narrow = width < 720;
            options.setViewportSize(width, narrow ? width * 2 : 800);
            options.setHasTouch(narrow).setIsMobile(narrow);
            size = width + "-" + scheme;
            newcomer(options);
            look = visitor("Ada Lovelace", ada.username, options);
            screens();
            look.close();
        }
    }

    private void newcomer(Browser.NewContextOptions options) {
        look = visitor("Nia Newcomer", options);
        look.page.getByTestId("auth-form").waitFor();
        shoot("01-sign-in");
        look.register();
        shoot("02-first-run");
        look.close();
    }

    private void screens() {
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
            shootDialog(dialog.replace("Set a status", "Status"), "04-" + dialog);
        }
        look.page.getByTestId("search").click();
        look.page.getByTestId("directory-search").fill("Gra");
        assertThat(look.page.getByTestId("person").first()).isVisible();
        shoot("05-switcher");
        look.page.keyboard().press("Escape");
        look.page.getByTestId("create").click();
        look.page.getByRole(AriaRole.MENUITEM, onPage("New channel")).click();
        shootDialog("New channel", "06-new-channel");
        look.opens(TITLE);
        look.sees("Thank you!");
        assertThat(look.page.getByAltText("berth.png")).isVisible();
        shoot("07-channel");
        look.button("Formatting").click();
        look.button("Emoji").click();
        assertThat(look.page.getByRole(AriaRole.OPTION).first()).isVisible();
        shoot("08-emoji");
        look.page.keyboard().press("Escape");
        look.button("Formatting").click();
        look.messages("Thank you!").focus();
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
        // The panel is the main region of a narrow screen.
        look.page
                .locator(".panel")
                .getByRole(AriaRole.BUTTON, named("Close details"))
                .click();
        look.page.navigate(look.page.url().replaceAll("#.*", "#/"));
        look.opens("Kim Novak");
        look.sees("See you at the gate");
        shoot("12-direct");
        for (var view : new String[] {"mentions", "drafts", "channels", "search?q=morning"}) {
            look.page.navigate(look.page.url().replaceAll("#.*", "#/" + view));
            look.page
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.HEADING)
                    .first()
                    .waitFor();
            if (view.startsWith("search")) look.page.getByTestId("hit").first().waitFor();
            shoot("13-" + view.replaceAll("\\?.*", ""));
        }
        look.page.navigate(look.page.url().replaceAll("#.*", "#/"));
        look.choose("Sign out");
        look.page.getByRole(AriaRole.ALERTDIALOG).waitFor();
        shoot("14-sign-out");
    }

    /** By its name, because a menu that is being closed is a dialog too. */
    private void shootDialog(String name, String screen) {
        var dialog = look.page.getByRole(AriaRole.DIALOG, onPage(name));
        dialog.waitFor();
        // On touch screens React Aria hides a dialog with a focused field until the keyboard can have appeared.
        assertThat(look.page.locator(".modal-overlay")).hasCSS("opacity", "1");
        shoot(screen);
        look.page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    private void shoot(String screen) {
        look.page.waitForTimeout(250);
        look.shoot("screens/" + size + "-" + screen.replace(' ', '-'));
        look.isAccessible(size + " pixels, " + screen);
    }
}
