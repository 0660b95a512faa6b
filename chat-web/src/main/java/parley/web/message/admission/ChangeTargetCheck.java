package parley.web.message.admission;

import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.tail.LogTail;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Checks that the message to change exists, belongs to the sender, and may still be changed. */
final class ChangeTargetCheck {

    private final LogTail tail;
    private final DatabaseGateway database;
    private final MessageQueries messages;

    ChangeTargetCheck(LogTail tail, DatabaseGateway database, MessageQueries messages) {
        this.tail = tail;
        this.database = database;
        this.messages = messages;
    }

    /** @throws Refused {@code not_found}, {@code forbidden} or {@code conflict} */
    void require(int partition, LogEntry entry) {
        if (!(entry instanceof LogEntry.Event event) || !(event.detail() instanceof EventDetail.OfMessage change))
            return;
        var conversation = entry.conversation();
        var target = tail.message(partition, conversation, change.target())
                .or(() -> stored(conversation, change.target()))
                .orElseThrow(() -> Refused.notFound("There is no message at " + change.target() + "."));
        boolean mustBeTheirs = !(change instanceof EventDetail.Reaction);
        if (mustBeTheirs && !target.from().equals(entry.actor())) {
            throw new Refused(Refusal.FORBIDDEN, "Only its author may change a message.");
        }
        if (target.revoked() || tail.isRevoked(partition, conversation, change.target())) {
            throw new Refused(Refusal.CONFLICT, "The message was revoked.");
        }
    }

    private Optional<MessageView> stored(ConversationId conversation, Position pos) {
        try {
            var at = new PageRange(pos.value() - 1, pos.value() + 1, true, 1);
            return database.quick(() -> messages.page(conversation, at)).stream()
                    .filter(view -> view.member() == null)
                    .findFirst();
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("The message to change cannot be looked up now.", down);
        }
    }
}
