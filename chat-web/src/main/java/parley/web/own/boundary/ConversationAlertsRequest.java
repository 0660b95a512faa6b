package parley.web.own.boundary;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.web.platform.constraint.Checkable;
import parley.web.platform.constraint.Checked;

@Schema(description = "How one conversation alerts the caller.")
@Checked
public record ConversationAlertsRequest(
        @Schema(
                description = "Which messages alert the caller; if absent, the caller's defaults apply.",
                enumeration = {"all", "mentions", "nothing"},
                examples = "mentions")
        @Pattern(regexp = "all|mentions|nothing", message = "all, mentions or nothing")
        String level,

        @Schema(
                description = "When the conversation is no longer muted, in the future; if absent, it is not muted.",
                examples = "2026-03-01T18:00:00Z")
        String mutedUntil)
        implements Checkable {

    @Override
    public void check() {
        OwnRules.instant("mutedUntil", mutedUntil);
    }

    /** Null if it is not muted. */
    Instant mute(Instant now) {
        return OwnRules.mute("mutedUntil", OwnRules.instant("mutedUntil", mutedUntil), now);
    }
}
