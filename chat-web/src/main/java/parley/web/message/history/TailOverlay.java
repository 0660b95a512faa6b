package parley.web.message.history;

import java.util.List;
import java.util.function.Predicate;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;

/** Adds to a conversation what the database does not have yet: the last message and unread messages. */
public final class TailOverlay {

    private final LogTail tail;

    TailOverlay(LogTail tail) {
        this.tail = tail;
    }

    public ConversationView over(ConversationView view, UserId me) {
        int partition = tail.partition(view.id());
        return over(
                view,
                me,
                tail.snapshot(partition, view.id()).items(),
                pos -> tail.isRevoked(partition, view.id(), pos));
    }

    /**
     * @param items the recent items, oldest first, including changes of messages
     * @param revoked what is known to be revoked, even if the revoke itself is no longer in {@code items}
     */
    static ConversationView over(ConversationView view, UserId me, List<TailItem> items, Predicate<Position> revoked) {
        var read = view.read();
        long unread = view.unread();
        var last = view.last();
        var lastAt = view.lastAt();
        for (var item : items) {
            switch (item) {
                case TailItem.Event event -> last = changed(last, event);
                case TailItem.Message message
                when message.pos().isAfter(view.lastPos()) -> {
                    last = MessageView.of(message.message());
                    lastAt = message.message().ts();
                    // Sending a message marks the conversation as read.
                    if (message.message().sender().equals(me)) unread = 0;
                    else if (item.pos().isAfter(read)) unread++;
                }
                case TailItem.Message message -> {
                    if (last == null && message.pos().equals(view.lastPos())) last = MessageView.of(message.message());
                }
            }
        }
        if (last != null && revoked.test(last.pos())) last = last.withoutBody();
        return new ConversationView(
                view.id(),
                view.kind(),
                view.title(),
                view.memberCount(),
                view.members(),
                last,
                view.lastPos(),
                lastAt,
                read,
                unread);
    }

    private static MessageView changed(MessageView last, TailItem.Event event) {
        boolean ofLast = last != null
                && event.event().detail() instanceof EventDetail.OfMessage change
                && change.target().equals(last.pos());
        return ofLast ? last.with(event.event()) : last;
    }
}
