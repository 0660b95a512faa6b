package parley.web.own.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.control.OwnRules;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.Checkable;
import parley.web.platform.constraint.Checked;
import parley.web.platform.constraint.ValidPosition;

@Schema(description = "A message that the caller has not sent yet.")
@Checked
public record DraftRequest(
        @Schema(
                description = "At most 4,000 characters. Without a visible character, the draft is discarded.",
                examples = "Shall we meet at")
        @NotNull(message = "is required")
        String body,

        @Schema(description = "The position of the message that it replies to.", examples = "1099511627780")
        @ValidPosition
        Long replyTo,

        @Schema(
                description = "When the caller wrote it, by the server's time; now if absent or in the future.",
                examples = "2026-03-01T10:15:30Z")
        String updatedAt)
        implements Checkable {

    @Override
    public void check() {
        if (body != null) TextRules.draft(body);
        OwnRules.instant("updatedAt", updatedAt);
    }

    /** Null if nothing of it is visible. */
    String text() {
        return TextRules.draft(body);
    }

    /** To the microsecond, as the database keeps it. */
    Instant writtenAt(Instant now) {
        var given = OwnRules.instant("updatedAt", updatedAt);
        return (given == null || given.isAfter(now) ? now : given).truncatedTo(ChronoUnit.MICROS);
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "DraftRequest[" + updatedAt + "]";
    }
}
