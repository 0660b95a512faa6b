package parley.web.preview.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import parley.domain.text.ForeignText;
import parley.web.preview.fetch.FetchedPage;

/** Reads the OpenGraph properties of a page, or else its title and description. Nothing of a page is run or loaded. */
public final class PageParser {

    static final int MOST_OF_A_TITLE = 150;
    static final int MOST_OF_A_DESCRIPTION = 300;
    static final int MOST_OF_A_SITE = 60;

    private PageParser() {}

    /** The character set is that of a byte order mark, of the header, or of the page, in this order. */
    public static PageText parse(FetchedPage page) throws IOException {
        var document = Jsoup.parse(new ByteArrayInputStream(page.content()), page.charset(), "");
        return new PageText(
                line(MOST_OF_A_TITLE, meta(document, "property", "og:title"), document.title()),
                line(
                        MOST_OF_A_DESCRIPTION,
                        meta(document, "property", "og:description"),
                        meta(document, "name", "description")),
                line(MOST_OF_A_SITE, meta(document, "property", "og:site_name")));
    }

    private static String meta(Document document, String attribute, String name) {
        var found = document.selectFirst("meta[" + attribute + "=" + name + "]");
        return found == null ? "" : found.attr("content");
    }

    /** The first that has visible text. */
    private static String line(int most, String... candidates) {
        for (var candidate : candidates) {
            var line = ForeignText.line(candidate, most);
            if (line != null) return line;
        }
        return null;
    }
}
