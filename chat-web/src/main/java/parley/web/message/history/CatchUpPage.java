package parley.web.message.history;

import java.util.List;
import java.util.function.ToIntFunction;
import parley.domain.identity.Position;
import parley.domain.message.entity.CatchUpItem;

/**
 * A part of what was missed in a conversation.
 *
 * @param items oldest first
 * @param upTo everything up to here has been given
 * @param last whether what comes after it is live
 */
public record CatchUpPage(List<Item> items, Position upTo, boolean last) {

    /** About what may be on its way to a client at once. */
    static final int MOST_CHARS = 65_536;

    static final int MOST_ITEMS = 100;

    /** @param prev what was shown before it, or null where only the page's order tells that */
    public record Item(CatchUpItem missed, Position prev) {}

    /** The length of the longest beginning that fits a page; at least one. */
    static <T> int fitting(List<T> items, ToIntFunction<T> chars) {
        int fits = 0;
        long sum = 0;
        while (fits < Math.min(items.size(), MOST_ITEMS)) {
            sum += chars.applyAsInt(items.get(fits));
            if (sum > MOST_CHARS && fits > 0) break;
            fits++;
        }
        return fits;
    }
}
