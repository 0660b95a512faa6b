package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every main screen in each color scheme, each in a fresh page, and what a screen reader is told of it. */
@Tag("long")
class AccessibilityIT extends Browsing {

    @Test
    void every_screen_is_accessible_in_light_colors() {
        screens(wide().setColorScheme(ColorScheme.LIGHT), "light");
    }

    @Test
    void every_screen_is_accessible_in_dark_colors() {
        screens(wide().setColorScheme(ColorScheme.DARK), "dark");
    }

    @Test
    void every_screen_is_accessible_in_forced_colors() {
        screens(wide().setForcedColors(ForcedColors.ACTIVE), "forced colors");
    }

    private void screens(Browser.NewContextOptions options, String scheme) {
        kim = member("Kim Novak", cluster.two());
        ada = visitor("Ada Lovelace", options);
        ada.isAccessible(scheme + ", the way in");
        ada.register();
        ada.isAccessible(scheme + ", nothing yet");
        ada.meet(kim);
        var title = "Harbour " + ada.username;
        var author = kim.person(cluster.two());
        var group = author.group(cluster.two(), title, ada.person(cluster.one()));
        say(author, cluster.two(), group, "**Ships** come at `noon`, @" + ada.username + ": https://example.org");
        ada.write("```js\nconst ships = 2;\n```\n> quoted\n- one\n- two");
        ada.sees("const ships = 2;");
        ada.isAccessible(scheme + ", a direct conversation");
        ada.opens(title);
        ada.sees("come at noon");
        ada.button("Details").click();
        assertThat(ada.page.getByTestId("member")).hasCount(2);
        ada.isAccessible(scheme + ", a channel with its details");
        ada.button("Formatting").click();
        ada.button("Emoji").click();
        assertThat(ada.page.getByRole(AriaRole.DIALOG, onPage("Emoji"))).isVisible();
        ada.isAccessible(scheme + ", the emoji picker");
        ada.page.keyboard().press("Escape");
        ada.act("come at noon", "Reply");
        ada.isAccessible(scheme + ", a reply");
        for (var dialog : new String[] {"Profile", "Notifications", "Set a status", "Keyboard shortcuts"}) {
            ada.page.getByTestId("account").click();
            ada.page.getByRole(AriaRole.MENUITEM, onPage(dialog)).waitFor();
            if (dialog.equals("Profile")) ada.isAccessible(scheme + ", the menu");
            ada.page
                    .getByRole(AriaRole.MENUITEM, new com.microsoft.playwright.Page.GetByRoleOptions().setName(dialog))
                    .click();
            closed(scheme + ", " + dialog);
        }
        ada.page.keyboard().press("Control+k");
        assertThat(ada.page.getByTestId("directory-search")).isVisible();
        closed(scheme + ", the quick switcher");
        ada.page.getByTestId("create").click();
        ada.page.getByRole(AriaRole.MENUITEM, onPage("New channel")).click();
        closed(scheme + ", a new channel");
        for (var view : new String[] {"mentions", "drafts", "channels"}) {
            ada.page.navigate(ada.page.url().replaceAll("#.*", "#/" + view));
            assertThat(ada.page
                            .getByRole(AriaRole.MAIN)
                            .getByRole(AriaRole.HEADING)
                            .first())
                    .isVisible();
            ada.isAccessible(scheme + ", " + view);
        }
    }

    private void closed(String dialog) {
        var shown = ada.page.getByRole(AriaRole.DIALOG);
        shown.waitFor();
        ada.isAccessible(dialog);
        ada.page.keyboard().press("Escape");
        assertThat(shown).hasCount(0);
    }

    @Test
    void the_colors_follow_the_system_while_the_page_is_open() {
        ada_meets_kim();
        kim.write("from Kim");
        ada.sees("from Kim");
        ada.composer().fill("written");
        var options = new com.microsoft.playwright.Page.EmulateMediaOptions();
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT, ColorScheme.DARK}) {
            ada.page.emulateMedia(options.setColorScheme(scheme));
            ada.isAccessible("after a change to " + scheme);
            ada.opens("Kim Novak");
            ada.isAccessible("some time after a change to " + scheme);
        }
    }

    @Test
    void a_screen_reader_is_told_what_each_region_is() {
        ada_meets_kim();
        var title = "Harbour";
        var author = kim.person(cluster.two());
        var group = author.group(cluster.two(), title, ada.person(cluster.one()));
        say(author, cluster.two(), group, "Ships come at noon");
        assertThat(ada.page.getByTestId("unread")).hasText("1");
        assertThat(ada.page.getByRole(AriaRole.COMPLEMENTARY, onPage("Conversations and people")))
                .matchesAriaSnapshot("""
                        - complementary "Conversations and people":
                          - button "Signed in as Ada Lovelace"
                          - button "Search"
                          - button "New"
                          - group "Show":
                            - button "All" [pressed]
                            - button "Unread"
                            - button "Mentions"
                          - navigation "Conversations":
                            - region "Channels":
                              - heading "Channels" [level=2]
                              - list:
                                - listitem:
                                  - link /Harbour .*Unread messages.* 1/
                            - region "Direct messages":
                              - heading "Direct messages" [level=2]
                              - list:
                                - listitem:
                                  - link /Kim Novak/
                        """);
        ada.opens(title);
        ada.sees("Ships come at noon");
        assertThat(ada.page.getByRole(AriaRole.LOG)).matchesAriaSnapshot("""
                - log "Messages with Harbour":
                  - list:
                    - listitem:
                      - article /Kim Novak Ships come at noon \\d+:\\d\\d/
                """);
        assertThat(ada.page.locator(".conversation__composer")).matchesAriaSnapshot("""
                - textbox "Message"
                - button "Emoji"
                - button "Formatting"
                - button "Preview" [disabled]
                - button "Send" [disabled]
                """);
        ada.button("Details").click();
        assertThat(ada.page.getByTestId("member")).hasCount(2);
        assertThat(ada.page.getByRole(AriaRole.COMPLEMENTARY, onPage("Details")))
                .matchesAriaSnapshot("""
                - complementary "Details":
                  - heading "Details" [level=2]
                  - button "Close details"
                  - region "About"
                  - region "Notifications":
                    - heading "Notifications" [level=3]
                    - combobox "Notify me about"
                    - combobox "Mute"
                  - region "Actions"
                """);
    }
}
