package parley.web.frame;

import jakarta.json.JsonValue;
import java.util.Map;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Body;

/** What a client says. Each {@code id} is a number or a string, or null where no answer is wanted. */
public sealed interface ClientFrame {

    JsonValue id();

    /** @param resume up to where the client holds each conversation */
    record Hello(JsonValue id, Map<ConversationId, Position> resume) implements ClientFrame {}

    /** @param replyTo null where it is no reply */
    record Send(JsonValue id, Cid cid, ConversationId conversation, Body body, Position replyTo)
            implements ClientFrame {}

    record Read(JsonValue id, ConversationId conversation, Position pos) implements ClientFrame {}

    record Ping(JsonValue id) implements ClientFrame {}
}
