package parley.web.own.part;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.ConversationId;
import parley.domain.own.entity.AlertLevel;
import parley.domain.own.entity.ConversationAlerts;

@Schema(
        name = "ConversationAlerts",
        description = "How one conversation alerts the user.",
        requiredProperties = {"conv"})
public record ConversationAlertsResponse(
        @Schema(description = "The id of the conversation.", examples = "42")
        long conv,

        @Schema(
                description = "Which messages alert the user; if absent, the user's defaults apply.",
                enumeration = {"all", "mentions", "nothing"},
                examples = "mentions")
        String level,

        @Schema(description = "When the conversation is no longer muted.", examples = "2026-03-01T18:00:00Z")
        Instant mutedUntil) {

    /** Null if the user's defaults apply and it is not muted. */
    public static ConversationAlertsResponse of(ConversationAlerts alerts) {
        if (alerts.isDefault()) return null;
        var level = alerts.level() == null ? null : alerts.level().code();
        return new ConversationAlertsResponse(alerts.conversation().value(), level, alerts.mutedUntil());
    }

    public ConversationAlerts alerts() {
        return new ConversationAlerts(new ConversationId(conv), AlertLevel.of(level), mutedUntil, 0);
    }
}
