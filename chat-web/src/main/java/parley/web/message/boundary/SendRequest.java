package parley.web.message.boundary;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.web.platform.constraint.ValidBody;
import parley.web.platform.constraint.ValidCid;
import parley.web.platform.constraint.ValidPosition;

@Schema(description = "A message to send.")
public record SendRequest(
        @Schema(
                description = "A UUIDv7 that the client generates for this message, and repeats in every retry.",
                examples = "01890a5d-ac96-774b-bcce-b302099a8057")
        @NotNull(message = "is required")
        @ValidCid
        String cid,

        @Schema(description = "1 to 4,000 characters, at least one of them visible.", examples = "Lunch at 12?")
        @NotNull(message = "is required")
        @ValidBody
        String body,

        @Schema(description = "The position of the message that this one replies to.", examples = "1099511627779")
        @ValidPosition
        Long replyTo) {

    /** Hides the text. */
    @Override
    public String toString() {
        return "SendRequest[" + cid + "]";
    }
}
