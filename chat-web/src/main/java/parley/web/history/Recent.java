package parley.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.web.tail.Tail;
import parley.web.tail.TailItem;

/** What the database does not have yet of a conversation's last line and unread messages. */
@ApplicationScoped
public class Recent {

    @Inject
    Tail tail;

    public ConversationView over(ConversationView view, UserId me) {
        var read = view.read();
        long unread = view.unread();
        var last = view.last();
        var lastAt = view.lastAt();
        for (var item : tail.snapshot(view.id()).items()) {
            if (!(item instanceof TailItem.Message message) || !item.pos().isAfter(view.lastPos())) continue;
            last = MessageView.of(message.posted());
            lastAt = message.posted().ts();
            // Sending moves one's own read.
            if (message.posted().sender().equals(me)) unread = 0;
            else if (item.pos().isAfter(read)) unread++;
        }
        return new ConversationView(
                view.id(), view.kind(), view.title(), view.memberCount(), view.members(), last, view.lastPos(), lastAt, read, unread);
    }
}
