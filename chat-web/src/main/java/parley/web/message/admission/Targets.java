package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.boundary.Messages;
import parley.domain.message.control.Folding;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailItem;
import parley.web.platform.database.Database;
import parley.web.platform.database.DatabaseUnavailable;

/** Whether what somebody wants to change is there, is theirs, and may still be changed. */
@ApplicationScoped
class Targets {

    @Inject
    Tail tail;

    @Inject
    Database database;

    @Inject
    Messages messages;

    /** @throws Refused {@code not_found}, {@code forbidden} or {@code conflict} */
    void require(LogEntry entry) {
        if (!(entry instanceof LogEntry.Event event) || !(event.detail() instanceof EventDetail.OfMessage change))
            return;
        var conversation = entry.conversation();
        var target = inTail(conversation, change.target())
                .or(() -> stored(conversation, change.target()))
                .orElseThrow(() -> Refused.notFound("There is no message at " + change.target() + "."));
        boolean mustBeTheirs = !(change instanceof EventDetail.Reaction);
        if (mustBeTheirs && !target.from().equals(entry.actor())) {
            throw new Refused(Refusal.FORBIDDEN, "Only its author changes a message.");
        }
        if (target.revoked() || tail.isRevoked(conversation, change.target())) {
            throw new Refused(Refusal.CONFLICT, "The message was revoked.");
        }
    }

    /** Where the tail has a message it has all that became of it, too. */
    private Optional<MessageView> inTail(ConversationId conversation, Position pos) {
        var items = tail.snapshot(conversation).items();
        var changes = items.stream()
                .filter(TailItem.Event.class::isInstance)
                .map(item -> ((TailItem.Event) item).happened())
                .toList();
        return items.stream()
                .filter(TailItem.Message.class::isInstance)
                .map(item -> ((TailItem.Message) item).posted())
                .filter(posted -> posted.pos().equals(pos))
                .findFirst()
                .map(posted ->
                        Folding.fold(List.of(MessageView.of(posted)), changes).getFirst());
    }

    private Optional<MessageView> stored(ConversationId conversation, Position pos) {
        try {
            var at = new Range(pos.value() - 1, pos.value() + 1, true, 1);
            return database.quick(() -> messages.page(conversation, at)).stream()
                    .filter(view -> view.member() == null)
                    .findFirst();
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("The message that this changes cannot be looked up now.", down);
        }
    }
}
