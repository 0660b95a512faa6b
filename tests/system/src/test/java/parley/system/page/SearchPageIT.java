package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search of messages as a place of the page. */
class SearchPageIT extends Browsing {

    @Test
    void item_03_a_search_has_a_url_offers_operators_and_leads_to_the_message() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        kim.open(ada);
        kim.write("The quick brown fox");
        kim.sees("The quick brown fox");
        ada.open(kim);
        ada.sees("The quick brown fox");
        for (int i = 0; i < 3; i++) ada.write("Something else " + i);
        ada.sees("Something else 2");

        ada.page.keyboard().press("Control+Shift+F");
        var field = ada.page.getByTestId("message-search");
        assertThat(field).isFocused();
        ada.isAccessible("the empty search");
        field.pressSequentially("quick fr");
        ada.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^from:")))
                .click();
        assertThat(field).hasValue("quick from:");
        assertThat(field).isFocused();
        field.pressSequentially(kim.username);
        field.press("Enter");
        assertThat(ada.page).hasURL(Pattern.compile("#/search\\?q=quick%20from%3A"));
        var hit = ada.page.getByTestId("hit");
        assertThat(hit).hasCount(1);
        assertThat(hit.locator("mark")).hasText("quick");
        assertThat(ada.page.getByRole(AriaRole.STATUS).filter(with("1 message")))
                .isVisible();
        ada.isAccessible("the hits of a search");
        ada.shoot("search");

        ada.page.reload();
        assertThat(hit).hasCount(1);
        hit.focus();
        ada.page.keyboard().press("Enter");
        assertThat(ada.page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Kim Novak").setLevel(1)))
                .isVisible();
        assertThat(ada.page).hasURL(Pattern.compile("#/c/\\d+/m/\\d+"));
        ada.sees("The quick brown fox");
        ada.page.goBack();
        assertThat(hit).hasCount(1);

        field.fill("before:soon");
        field.press("Enter");
        assertThat(ada.page.getByRole(AriaRole.ALERT)).containsText("needs a date such as 2026-03-01");
        field.fill("nothing.like.this");
        field.press("Enter");
        assertThat(ada.page.getByText("Nothing found")).isVisible();

        ada.page.keyboard().press("Control+k");
        ada.page.getByTestId("directory-search").fill("brown");
        ada.button("Search messages for “brown”").click();
        assertThat(hit).hasCount(1);
    }

    @Tag("long")
    @Test
    void item_03_filters_edit_the_query_and_the_keyboard_is_enough() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        kim.open(ada);
        ada.open(kim);
        ada.write("A fox of mine");
        kim.sees("A fox of mine");
        kim.page.getByTestId("files").setInputFiles(new FilePayload("fox.txt", "text/plain", new byte[] {'a'}));
        assertThat(kim.page.getByTestId("send")).isEnabled();
        kim.write("A fox in a file");
        kim.write("A quick fox");
        ada.sees("A quick fox");

        ada.page.keyboard().press("Control+Shift+F");
        var field = ada.page.getByTestId("message-search");
        field.pressSequentially("fox has:f");
        assertThat(ada.page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^has:file"))))
                .isVisible();
        field.fill("fox");
        field.press("Enter");
        var hit = ada.page.getByTestId("hit");
        assertThat(hit).hasCount(3);

        var from = ada.button("From Anyone");
        from.focus();
        from.press("Enter");
        var find = ada.page.getByRole(AriaRole.SEARCHBOX, onPage("Find people"));
        assertThat(find).isFocused();
        find.pressSequentially(kim.username);
        assertThat(ada.page.getByTestId("filter-value")).hasCount(1);
        ada.isAccessible("the choice of a person");
        ada.shoot("search-person");
        ada.page.keyboard().press("ArrowDown");
        ada.page.keyboard().press("Enter");
        assertThat(field).hasValue("fox from:" + kim.username);
        assertThat(ada.button("From Kim Novak")).isFocused();
        assertThat(hit).hasCount(2);
        ada.button("Files").press("Space");
        assertThat(ada.page).hasURL(Pattern.compile("#/search\\?q=fox%20from%3A.*%20has%3Afile$"));
        assertThat(hit).hasCount(1);
        assertThat(hit).containsText("fox.txt");
        assertThat(ada.button("Files")).isFocused();
        assertThat(ada.button("Files")).hasAttribute("aria-pressed", "true");

        ada.button("Date Any time").press("Enter");
        var after = ada.page.getByLabel("After", exactly());
        assertThat(after).isVisible();
        ada.isAccessible("the choice of days");
        ada.shoot("search-days");
        after.fill("2020-01-01");
        after.press("Enter");
        assertThat(ada.button("Date after 2020-01-01")).isFocused();
        assertThat(hit).hasCount(1);
        ada.isAccessible("a search with filters");
        ada.shoot("search-filters");

        ada.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.isAccessible("a search with filters in dark colors");
        ada.shoot("search-filters-dark");
        ada.page.setViewportSize(320, 640);
        assertThat(ada.button("Files")).isInViewport();
        assertThat(ada.page.evaluate("() => document.documentElement.scrollWidth <= 320"))
                .isEqualTo(true);
        ada.isAccessible("a search with filters on a phone");
        ada.shoot("search-filters-phone");

        ada.button("Clear filters").press("Enter");
        assertThat(field).isFocused();
        assertThat(field).hasValue("fox");
        assertThat(hit).hasCount(3);
    }

    @Tag("long")
    @Test
    void item_03_people_and_conversations_are_offered_while_a_search_is_typed() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.two());
        var me = ada.person(cluster.one());
        me.group(cluster.one(), "Engine room of " + ada.username, kim.person(cluster.one()));
        ada.open(kim);
        ada.page.keyboard().press("Control+Shift+F");
        var field = ada.page.getByTestId("message-search");
        field.pressSequentially("from:" + kim.username.substring(0, kim.username.length() - 1));
        var option = ada.page.getByRole(AriaRole.OPTION);
        assertThat(option.filter(with("Kim Novak"))).hasCount(1);
        ada.isAccessible("the people that a search offers");
        ada.shoot("search-values");
        field.press("ArrowDown");
        field.press("Enter");
        assertThat(field).hasValue("from:" + kim.username + " ");
        field.pressSequentially("in:engine");
        assertThat(option).hasText("#Engine room of " + ada.username);
        field.press("Escape");
        assertThat(option).hasCount(0);
        field.press("Backspace");
        assertThat(option).hasCount(1);
        field.press("ArrowDown");
        field.press("Enter");
        field.press("Enter");
        assertThat(ada.button("In Engine room of " + ada.username)).isVisible();
        assertThat(ada.button("From Kim Novak")).isVisible();
        assertThat(ada.page).hasURL(Pattern.compile("in%3A%22Engine%20room%20of%20"));
    }
}
