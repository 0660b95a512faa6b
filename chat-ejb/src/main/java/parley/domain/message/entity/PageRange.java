package parley.domain.message.entity;

import java.util.Comparator;
import parley.domain.identity.Position;

/**
 * The part of a conversation that a page covers.
 *
 * @param after exclusive
 * @param before exclusive
 * @param newestFirst whether the page is taken from the newest end of the range
 */
public record PageRange(long after, long before, boolean newestFirst, int limit) {

    public static final Comparator<MessageView> OLDEST_FIRST = Comparator.comparing(MessageView::pos);
    public static final Comparator<MessageView> NEWEST_FIRST = OLDEST_FIRST.reversed();

    public static PageRange newest(int limit) {
        return new PageRange(-1, Long.MAX_VALUE, true, limit);
    }

    public static PageRange before(Position pos, int limit) {
        return new PageRange(-1, pos.value(), true, limit);
    }

    public static PageRange after(Position pos, int limit) {
        return new PageRange(pos.value(), Long.MAX_VALUE, false, limit);
    }

    /** Reads one more item, to tell whether another page follows. */
    public PageRange withOneMore() {
        return new PageRange(after, before, newestFirst, limit + 1);
    }

    /** The part of this range that begins at {@code first}. */
    public PageRange from(Position first) {
        return first.value() - 1 <= after ? this : new PageRange(first.value() - 1, before, newestFirst, limit);
    }

    public boolean holds(Position pos) {
        return pos.value() > after && pos.value() < before;
    }
}
