package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Narrow screens, zoom, touch and print. */
@Tag("long")
class AnyScreenIT extends Browsing {

    private static final String WIDE_CONTENT = """
            %s

            | one | two |
            |---|---|
            | a | b |

            ```
            a line of code that is very much longer than the screen of a phone is wide, so that it has to scroll by itself
            ```
            https://example.org/%s""".formatted("W".repeat(120), "path/".repeat(40));

    @Test
    void item_41_nothing_overflows_at_320_pixels() {
        kim = member("Kim Novak", cluster.two());
        ada = visitor(
                "Ada Lovelace",
                wide().setViewportSize(320, 640).setHasTouch(true).setIsMobile(true));
        fits("the way in");
        ada.register();
        fits("nothing yet");
        ada.open(kim);
        ada.write(WIDE_CONTENT);
        ada.sees("a line of code");
        fits("a conversation");
        ada.button("Formatting").click();
        fits("the formatting bar");
        ada.button("Emoji").click();
        assertThat(ada.page.getByRole(AriaRole.DIALOG, onPage("Emoji"))).isVisible();
        fits("the emoji picker");
        ada.page.keyboard().press("Escape");
        ada.button("Details").click();
        assertThat(ada.page.getByTestId("profile")).isVisible();
        fits("the details");
        ada.isAccessible("the details, 320 pixels");
        ada.button("Close details").click();
        ada.button("Back to conversations").click();
        fits("the list");
        ada.isAccessible("the list, 320 pixels");
        for (var dialog : new String[] {"Profile", "Notifications", "Set a status", "Keyboard shortcuts"}) {
            ada.page.getByTestId("account").click();
            fits("the menu");
            ada.page
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(dialog))
                    .click();
            ada.page.getByRole(AriaRole.DIALOG).waitFor();
            fits(dialog);
            ada.page.keyboard().press("Escape");
            assertThat(ada.page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        for (var view : new String[] {"mentions", "drafts", "channels"}) {
            ada.page.navigate(ada.page.url().replaceAll("#.*", "#/" + view));
            assertThat(ada.page
                            .getByRole(AriaRole.MAIN)
                            .getByRole(AriaRole.HEADING)
                            .first())
                    .isVisible();
            fits(view);
        }
    }

    @Test
    void item_41_at_400_percent_zoom_there_is_room_for_messages() {
        ada_meets_kim();
        ada.page.setViewportSize(320, 200);
        var list = ada.page.getByRole(AriaRole.LOG).boundingBox();
        assertThat(list.height).isGreaterThan(90);
        ada.write("zoomed in");
        ada.sees("zoomed in");
        fits("zoomed in");
    }

    @Test
    void item_41_a_long_press_opens_the_actions_as_a_sheet() {
        kim = member("Kim Novak", cluster.two());
        ada = visitor(
                "Ada Lovelace",
                wide().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
        ada.register();
        ada.open(kim);
        ada.write("press me");
        ada.sees("press me");
        ada.messages("press me").evaluate("""
                (message) => {
                  const { x, y } = message.getBoundingClientRect();
                  const init = { bubbles: true, pointerType: 'touch', isPrimary: true, clientX: x + 9, clientY: y + 9 };
                  message.dispatchEvent(new PointerEvent('pointerdown', init));
                }""");
        var menu = ada.page.getByRole(AriaRole.MENU);
        assertThat(menu).isVisible();
        assertThat(ada.page.getByRole(AriaRole.MENUITEM).first().boundingBox().height)
                .isGreaterThanOrEqualTo(44);
        fits("the actions of a message");
        ada.shoot("phone-sheet");
    }

    @Test
    void item_41_the_answers_to_a_question_are_on_the_screen_of_a_phone() {
        kim = member("Kim Novak", cluster.two());
        ada = visitor(
                "Ada Lovelace",
                wide().setViewportSize(390, 640).setHasTouch(true).setIsMobile(true));
        ada.register();
        ada.open(kim);
        ada.composer().fill("not finished");
        ada.button("Back to conversations").click();
        ada.choose("Sign out");
        var question = ada.page.getByRole(AriaRole.ALERTDIALOG);
        for (var answer : new String[] {"Cancel", "Discard and sign out"})
            assertThat(question.getByRole(AriaRole.BUTTON, named(answer)))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    @Test
    void item_41_only_messages_are_printed() {
        ada_meets_kim();
        ada.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(ada.messages("Hello Kim Novak")).isVisible();
        assertThat(ada.page.getByTestId("search")).isHidden();
        assertThat(ada.composer()).isHidden();
        ada.shoot("print");
    }

    private void fits(String state) {
        assertThat(ada.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(state)
                .isEqualTo(0);
        // What is wider than the window is cut off, unless it scrolls by itself.
        assertThat(ada.page.evaluate("""
                [...document.querySelectorAll('button, input, select, textarea, h1, h2, h3, dialog, [role=dialog]')]
                  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
                  .map((each) => ({ each, box: each.getBoundingClientRect() }))
                  .filter(({ each, box }) => box.width > 1 && box.right > innerWidth + 1 && !scrolls(each))
                  .map(({ each }) => each.outerHTML.slice(0, 120))
                  .join();
                function scrolls(each) {
                  for (let up = each.parentElement; up; up = up.parentElement)
                    if (up.scrollWidth > up.clientWidth && /auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
                  return false;
                }""")).as(state).isEqualTo("");
    }
}
