package parley.web.message.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.text.TextRules;
import parley.web.platform.constraint.ValidReason;
import parley.web.platform.request.OptionalBody;

@Schema(description = "Why a message is reported.")
@OptionalBody
public record ReportRequest(
        @Schema(description = "1 to 500 characters; may be absent.", examples = "Insults a colleague") @ValidReason
        String reason) {

    /** Null if none is given. */
    String given() {
        return reason == null ? null : TextRules.reason(reason);
    }

    /** Hides what a person wrote. */
    @Override
    public String toString() {
        return "ReportRequest[]";
    }
}
