package parley.persister.store.entity;

import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;

/** A message that an event changes. */
public record Target(ConversationId conversation, Position pos) {

    /** Empty for what changes no message. */
    public static Optional<Target> of(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Message message -> Optional.empty();
            case LogEntry.Event event ->
                event.detail() instanceof EventDetail.OfMessage change
                        ? Optional.of(new Target(event.conversation(), change.target()))
                        : Optional.empty();
        };
    }
}
