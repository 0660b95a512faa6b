package parley.web.socket.frame;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;

/** What a client says. Each {@code id} is a number or a string, or null where no answer is wanted. */
public sealed interface ClientFrame {

    JsonValue id();

    /** @param resume up to where the client holds each conversation */
    record Hello(JsonValue id, Map<ConversationId, Position> resume) implements ClientFrame {}

    /** @param replyTo null where it is no reply */
    record Send(JsonValue id, Cid cid, ConversationId conversation, Body body, Position replyTo)
            implements ClientFrame {}

    /** A change of a message that is there: an edit, a revoke or a reaction. */
    record Change(JsonValue id, Cid cid, ConversationId conversation, EventDetail.OfMessage detail)
            implements ClientFrame {}

    record Read(JsonValue id, ConversationId conversation, Position pos) implements ClientFrame {}

    record Typing(JsonValue id, ConversationId conversation) implements ClientFrame {}

    record Watch(JsonValue id, Set<UserId> users) implements ClientFrame {}

    record Ping(JsonValue id) implements ClientFrame {}
}
