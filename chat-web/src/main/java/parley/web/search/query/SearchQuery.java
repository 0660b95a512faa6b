package parley.web.search.query;

import java.util.List;

/**
 * A parsed query: all of its parts must hold, except that of several {@code from:} and of several {@code in:} one is
 * enough.
 *
 * @param parts in the order of the query; not empty
 */
public record SearchQuery(List<Part> parts) {

    /** @param isExcluded whether the condition must not hold */
    public record Part(Condition condition, boolean isExcluded) {}

    public SearchQuery {
        parts = List.copyOf(parts);
    }
}
