package parley.log.rule;

import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;

/** The message that an event changes. */
public record ChangeTarget(ConversationId conversation, Position pos) {

    /** Empty for an entry that changes no message. */
    public static Optional<ChangeTarget> of(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Message message -> Optional.empty();
            case LogEntry.Event event ->
                switch (event.detail()) {
                    case EventDetail.OfMessage change ->
                        Optional.of(new ChangeTarget(event.conversation(), change.target()));
                    case EventDetail.OfConversation notice -> Optional.empty();
                };
        };
    }

    /** The message that {@code entry} revokes; empty for everything but a revoke. */
    public static Optional<ChangeTarget> revokedBy(LogEntry entry) {
        return entry instanceof LogEntry.Event event && event.detail() instanceof EventDetail.Revoked revoke
                ? Optional.of(new ChangeTarget(event.conversation(), revoke.target()))
                : Optional.empty();
    }
}
