package parley.web.socket.frame;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;

/** A frame of a client. Each {@code id} is a number or a string, or null if no answer is wanted. */
public sealed interface ClientFrame {

    JsonValue id();

    /**
     * @param resume the position up to which the client has each conversation
     * @param client what the client calls itself, as in the header Parley-Client; empty if it has not said
     * @param idle whether the user currently has no input on this device
     */
    record Hello(JsonValue id, Map<ConversationId, Position> resume, String client, boolean idle)
            implements ClientFrame {}

    /**
     * @param body {@link Body#NONE} only if there are files
     * @param replyTo null if it is not a reply
     */
    record Send(JsonValue id, Cid cid, ConversationId conversation, Body body, Position replyTo, List<FileId> files)
            implements ClientFrame {}

    /** A change of an existing message: an edit, a revoke or a reaction. */
    record Change(JsonValue id, Cid cid, ConversationId conversation, EventDetail.OfMessage detail)
            implements ClientFrame {}

    record Read(JsonValue id, ConversationId conversation, Position pos) implements ClientFrame {}

    /** @param pos the first message that becomes unread */
    record Unread(JsonValue id, ConversationId conversation, Position pos) implements ClientFrame {}

    record Typing(JsonValue id, ConversationId conversation) implements ClientFrame {}

    record Watch(JsonValue id, Set<UserId> users) implements ClientFrame {}

    /** The user is back at the device, or has been away from it for a while. */
    record Activity(JsonValue id, boolean idle) implements ClientFrame {}

    record Ping(JsonValue id) implements ClientFrame {}
}
