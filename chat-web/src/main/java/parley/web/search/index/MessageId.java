package parley.web.search.index;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.MessageView;
import parley.log.rule.ChangeTarget;

/** Identifies a message among those of all conversations. */
public record MessageId(ConversationId conversation, Position pos) {

    public static MessageId of(MessageView view) {
        return new MessageId(view.conversation(), view.pos());
    }

    public static MessageId of(ChangeTarget target) {
        return new MessageId(target.conversation(), target.pos());
    }

    /** The id of its document. */
    String text() {
        return conversation + "-" + pos;
    }
}
