package parley.web.search.boundary;

import java.util.regex.Pattern;
import parley.web.search.index.IndexQuery;

/** Where a page of hits ended, as text: milliseconds since 1970, the conversation, and the position. */
final class SearchCursor {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,16})-([0-9]{1,16})-([0-9]{1,16})");

    private SearchCursor() {}

    static IndexQuery.Place parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("after: the next of a page is needed");
        return new IndexQuery.Place(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    static String text(IndexQuery.Place place) {
        return place.ts() + "-" + place.conversation() + "-" + place.pos();
    }
}
