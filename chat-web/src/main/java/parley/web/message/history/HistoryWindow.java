package parley.web.message.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refused;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Reads pages in the middle of a conversation, from which a reader can continue in both directions. */
public final class HistoryWindow {

    /** After every message. */
    private static final Position END = new Position((1L << 53) - 1);

    private final MessageHistory history;
    private final LogTail tail;
    private final ReadAccess readers;
    private final DatabaseGateway database;
    private final MessageQueries messages;

    HistoryWindow(
            MessageHistory history,
            LogTail tail,
            ReadAccess readers,
            DatabaseGateway database,
            MessageQueries messages) {
        this.history = history;
        this.tail = tail;
        this.readers = readers;
        this.database = database;
        this.messages = messages;
    }

    /**
     * @param previous the page before this one ends before it; null at the beginning of the conversation
     * @param next the page after this one begins after it; null at the end of the conversation
     * @param fresh false if the log did not answer
     */
    public record Window(List<MessageView> items, Position previous, Position next, boolean fresh) {}

    /**
     * The message at {@code pos} with what is around it, or, if there is none, what is around that place.
     *
     * @throws Refused {@code not_found} if {@code reader} is not a member and the conversation is not public
     */
    public Window around(ConversationId conversation, UserId reader, Position pos, int limit) {
        var older = page(conversation, reader, new PageRange(-1, pos.value() + 1, true, limit / 2 + 1));
        int rest = limit - older.items().size();
        // With no room left, one message tells whether more follows.
        var newer = page(conversation, reader, PageRange.after(pos, Math.max(1, rest)));
        var items = new ArrayList<>(older.items());
        if (rest > 0) items.addAll(newer.items());
        boolean more = rest > 0 ? newer.next() != null : !newer.items().isEmpty();
        return new Window(items, older.next(), more ? items.getLast().pos() : null, older.fresh() && newer.fresh());
    }

    /**
     * What was written from {@code start} on; empty, with a page before it, if that is nothing.
     *
     * @throws Refused {@code not_found} if {@code reader} is not a member and the conversation is not public
     */
    public Window from(ConversationId conversation, UserId reader, Instant start, int limit) {
        readers.requireByDatabase(conversation, reader);
        var first = first(conversation, start).orElse(END);
        var page = page(conversation, reader, new PageRange(first.value() - 1, Long.MAX_VALUE, false, limit));
        boolean hasOlder = hasOlder(conversation, reader, first);
        return new Window(page.items(), hasOlder ? first : null, page.next(), page.fresh());
    }

    /** Assumes that there is more if that cannot be read now. */
    private boolean hasOlder(ConversationId conversation, UserId reader, Position first) {
        if (first.value() == 0) return false;
        try {
            return !page(conversation, reader, PageRange.before(first, 1))
                    .items()
                    .isEmpty();
        } catch (Refused unavailable) {
            return true;
        }
    }

    private MessageHistory.Page page(ConversationId conversation, UserId reader, PageRange range) {
        return history.page(conversation, reader, range);
    }

    /** The append times of a conversation increase with its positions. */
    private Optional<Position> first(ConversationId conversation, Instant start) {
        var recent = tail.snapshot(tail.partition(conversation), conversation).items().stream()
                .filter(HistoryWindow::isShown)
                .toList();
        var inTail = recent.stream()
                .filter(item -> !item.ts().isBefore(start))
                .findFirst()
                .map(TailItem::pos);
        boolean beginsBefore = !recent.isEmpty() && recent.getFirst().ts().isBefore(start);
        if (beginsBefore) return inTail;
        try {
            return database.needed(() -> messages.firstFrom(conversation, start))
                    .or(() -> inTail);
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("Messages of that day cannot be found now; please try again soon.", down);
        }
    }

    private static boolean isShown(TailItem item) {
        return switch (item) {
            case TailItem.Message message -> true;
            case TailItem.Event event -> event.event().detail() instanceof EventDetail.OfConversation;
        };
    }
}
