package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
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
}
