package parley.web.message.history;

import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refused;
import parley.web.log.tail.LogTail;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Finds one message: in the tail, otherwise in the database. */
public final class MessageLookup {

    private final LogTail tail;
    private final DatabaseGateway database;
    private final MessageQueries messages;

    public MessageLookup(LogTail tail, DatabaseGateway database, MessageQueries messages) {
        this.tail = tail;
        this.database = database;
        this.messages = messages;
    }

    /**
     * In its current state; revoked also if only the tail knows that.
     *
     * @throws Refused {@code not_found} if there is no message; {@code unavailable} if that cannot be looked up now
     */
    public MessageView require(ConversationId conversation, Position pos) {
        int partition = tail.partition(conversation);
        var found = tail.message(partition, conversation, pos)
                .or(() -> stored(conversation, pos))
                .orElseThrow(() -> notThere(pos));
        return tail.isRevoked(partition, conversation, pos) ? found.withoutBody() : found;
    }

    public static Refused notThere(Position pos) {
        return Refused.notFound("There is no message at " + pos + ".");
    }

    private Optional<MessageView> stored(ConversationId conversation, Position pos) {
        try {
            return database.quick(() -> messages.at(conversation, List.of(pos))).stream()
                    .findFirst();
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("The message cannot be looked up now.", down);
        }
    }
}
