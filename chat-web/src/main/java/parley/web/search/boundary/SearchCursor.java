package parley.web.search.boundary;

import parley.web.platform.rest.CursorFormat;
import parley.web.search.index.IndexQuery;

/** Where a page of hits ended, as text: milliseconds since 1970, the conversation, and the position. */
final class SearchCursor {

    private static final CursorFormat FORMAT = new CursorFormat(16, 16, 16);

    private SearchCursor() {}

    static IndexQuery.Place parse(String text) {
        var numbers = FORMAT.parse(text);
        return new IndexQuery.Place(numbers[0], numbers[1], numbers[2]);
    }

    static String text(IndexQuery.Place place) {
        return CursorFormat.text(place.ts(), place.conversation(), place.pos());
    }
}
