package parley.system.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.server.WebPages;

/** A link has a card below its message, which the server fetches. */
@Tag("long")
class PreviewsPageIT extends Browsing {

    private static final String NAME = "Preview of 127.0.0.1";

    private final WebPages pages = WebPages.previewed();

    @AfterEach
    void close_pages() {
        pages.close();
    }

    @Test
    void a_link_has_a_card_that_moves_nothing_and_can_be_hidden() {
        pages.html(
                "/boiler",
                "<title>The boiler of the year</title><meta name=description content='It is warm, and it is quiet.'>"
                        + "<meta property=og:image content='" + pages.link("/picture") + "'>");
        meet();
        var foreign = new ArrayList<String>();
        kim.page.onRequest(request -> {
            if (request.url().contains(":" + WebPages.PORT + "/")) foreign.add(request.url());
        });
        ada.write("look at " + pages.link("/boiler"));
        ada.write("and now this");
        kim.sees("and now this");
        var card = card(kim.page);
        assertThat(card.getByText("It is warm, and it is quiet.")).isVisible();
        var link = card.getByRole(AriaRole.LINK);
        assertThat(link).hasText("The boiler of the year");
        assertThat(link).hasAttribute("href", pages.link("/boiler"));
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(card.locator("img")).hasCount(0);
        assertThat(foreign).as("requests of the reader's browser").isEmpty();
        assertThat(card(ada.page)).isVisible();
        assertThat(kim.page.evaluate("() => Math.round(document.querySelector('.preview').offsetHeight)"))
                .isEqualTo(96);
        kim.isAccessible("with a preview");
        kim.shoot("preview");

        var hide = kim.button("Hide the preview of 127.0.0.1");
        hide.focus();
        kim.page.keyboard().press("Enter");
        assertThat(link).isHidden();
        kim.page.reload();
        var show = kim.button("Show the preview of 127.0.0.1");
        assertThat(show).hasAttribute("aria-expanded", "false");
        show.click();
        assertThat(card(kim.page).getByRole(AriaRole.LINK)).isVisible();
        assertThat(pages.fetched()).containsOnlyOnce("/boiler");
    }

    @Test
    void a_link_without_a_preview_is_a_link() {
        meet();
        kim.page.waitForResponse(
                response -> response.url().endsWith("/preview"),
                () -> ada.write("nothing at " + pages.link("/missing")));
        assertThat(kim.page.locator(".preview--empty")).isVisible();
        kim.close_conversation();
        kim.opens("Ada Lovelace");
        assertThat(kim.messages("nothing at").getByRole(AriaRole.LINK)).isVisible();
        assertThat(kim.page.locator(".preview")).hasCount(0);
    }

    /** On one node, which fetches a page once for both. */
    private void meet() {
        ada = member("Ada Lovelace", cluster.one());
        kim = member("Kim Novak", cluster.one());
        ada.meet(kim);
    }

    private static Locator card(Page page) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(NAME));
    }
}
