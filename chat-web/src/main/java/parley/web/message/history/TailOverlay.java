package parley.web.message.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.membership.ReadAccess;
import parley.web.message.reading.RecentReceipts;

/** Adds to conversations what the database does not have yet: the last message, places, and unread messages. */
public final class TailOverlay {

    private final LogTail tail;
    private final UnreadCounter counter;
    private final RecentReceipts receipts;
    private final ReadAccess readers;

    TailOverlay(LogTail tail, UnreadCounter counter, RecentReceipts receipts, ReadAccess readers) {
        this.tail = tail;
        this.counter = counter;
        this.receipts = receipts;
        this.readers = readers;
    }

    /**
     * A conversation as the database has it.
     *
     * @param storedBelow the database had at least everything below this offset
     */
    public record Stored(UserId reader, ConversationView view, long storedBelow) {

        UnreadCounter.Reader counted() {
            var countedFrom = view.role() == null ? ReadLimit.NOTHING : view.readFrom();
            return new UnreadCounter.Reader(
                    reader, view.id(), view.reading(), view.lastPos(), storedBelow, countedFrom);
        }
    }

    /** @param known its unread count, as a start for later ones */
    public record Merged(Stored stored, ConversationView shown, StoredUnread known) {}

    /** In the same order; the counts of a conversation include everything up to its last message. */
    public List<Merged> over(List<Stored> given) {
        var stored = given.stream().map(this::readable).toList();
        var counted = counter.count(stored.stream().map(Stored::counted).toList());
        var merged = new ArrayList<Merged>(stored.size());
        for (int i = 0; i < stored.size(); i++) merged.add(merged(stored.get(i), counted.get(i)));
        return merged;
    }

    /**
     * Without the database.
     *
     * @param known an earlier count, or null
     */
    ConversationView over(Stored stored, StoredUnread known) {
        return merged(stored, counter.known(stored.counted(), known)).shown();
    }

    private Merged merged(Stored stored, UnreadCounter.Counted counted) {
        var view = stored.view();
        int partition = tail.partition(view.id());
        var shown = withLast(view, counted.recent(), pos -> tail.isRevoked(partition, view.id(), pos));
        if (view.role() == null) return new Merged(stored, shown, counted.known());
        // While it is not known where the member joined, nothing counts, but the place is the one that is stored.
        var place = view.readFrom().equals(ReadLimit.NOTHING) ? view.reading() : counted.reading();
        var whole = shown.withUnread(stored.reader(), place, counted.unread(), member -> read(view, member));
        return new Merged(stored, whole, counted.known());
    }

    /** What the reader may read of it, as far as the database or this node knows. */
    private Stored readable(Stored stored) {
        var view = stored.view();
        var from = readers.resolve(view.readFrom(), view.id(), stored.reader());
        return new Stored(stored.reader(), view.readableFrom(from), stored.storedBelow());
    }

    private ConversationView.Member read(ConversationView view, ConversationView.Member member) {
        return member.readTo(receipts.seen(view.id(), member.user(), member.read()));
    }

    /**
     * @param items the recent items, oldest first, including changes of messages
     * @param revoked what is known to be revoked, even if the revoke itself is no longer in {@code items}
     */
    static ConversationView withLast(ConversationView view, List<TailItem> items, Predicate<Position> revoked) {
        var last = view.last();
        var lastAt = view.lastAt();
        for (var item : items) {
            if (!view.shows(item.pos())) continue;
            switch (item) {
                case TailItem.Event event -> last = changed(last, event);
                case TailItem.Message message
                when message.pos().isAfter(view.lastPos()) -> {
                    last = MessageView.of(message.message());
                    lastAt = message.message().ts();
                }
                case TailItem.Message message -> {
                    if (last == null && message.pos().equals(view.lastPos())) last = MessageView.of(message.message());
                }
            }
        }
        if (last != null && revoked.test(last.pos())) last = last.withoutBody();
        return view.withLast(last, lastAt);
    }

    private static MessageView changed(MessageView last, TailItem.Event event) {
        boolean ofLast = last != null
                && event.event().detail() instanceof EventDetail.OfMessage change
                && change.target().equals(last.pos());
        return ofLast ? last.with(event.event()) : last;
    }
}
