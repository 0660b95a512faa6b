package parley.web.message.history;

import java.util.List;
import java.util.function.ToIntFunction;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Position;
import parley.domain.message.entity.CatchUpItem;

/**
 * A part of what a client missed in a conversation.
 *
 * @param items oldest first
 * @param upTo everything up to this position has been given
 * @param last whether everything after it is live
 */
public record CatchUpPage(List<Item> items, Position upTo, boolean last) {

    /** The approximate size of what may be in flight to a client. */
    static final int MAX_CHARS = 65_536;

    static final int MAX_ITEMS = 100;

    /** @param prev the position shown before it, or null if only the order of the page tells that */
    public record Item(CatchUpItem missed, Position prev) {}

    /**
     * The same page for a user who may read from {@code first} on: without earlier items, which there are if the user left
     * and joined again meanwhile; and an edit of an earlier message has no text.
     */
    CatchUpPage readableFrom(Position first) {
        if (first.equals(ReadLimit.NONE)) return this;
        var shown = items.stream()
                .filter(item -> !first.isAfter(item.missed().pos()))
                .map(item -> new Item(item.missed().readableFrom(first), item.prev()))
                .toList();
        return new CatchUpPage(shown, upTo, last);
    }

    /** The number of leading items that fit on a page; at least one. */
    static <T> int fitting(List<T> items, ToIntFunction<T> chars) {
        int fits = 0;
        long sum = 0;
        while (fits < Math.min(items.size(), MAX_ITEMS)) {
            sum += chars.applyAsInt(items.get(fits));
            if (sum > MAX_CHARS && fits > 0) break;
            fits++;
        }
        return fits;
    }
}
