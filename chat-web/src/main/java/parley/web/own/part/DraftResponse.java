package parley.web.own.part;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.own.entity.Draft;

@Schema(
        name = "Draft",
        description = "A message that the user has not sent yet.",
        requiredProperties = {"conv", "body", "updatedAt"})
public record DraftResponse(
        @Schema(description = "The id of the conversation.", examples = "42")
        long conv,

        @Schema(description = "The text.", examples = "Shall we meet at")
        String body,

        @Schema(description = "The position of the message that it replies to.", examples = "1099511627780")
        Long replyTo,

        @Schema(description = "When the user wrote it.", examples = "2026-03-01T10:15:30Z")
        Instant updatedAt) {

    /** Null if the draft was sent or discarded. */
    public static DraftResponse of(Draft draft) {
        if (draft.isGone()) return null;
        var replyTo = draft.replyTo() == null ? null : (Long) draft.replyTo().value();
        return new DraftResponse(draft.conversation().value(), draft.body(), replyTo, draft.updatedAt());
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "DraftResponse[" + conv + "]";
    }
}
