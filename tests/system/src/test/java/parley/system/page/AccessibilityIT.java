package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Colors that change while the page is open, and what a screen reader is told of it. */
@Tag("long")
class AccessibilityIT extends Browsing {

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
