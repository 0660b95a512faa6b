package parley.web.message.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SendResult",
        description = "Where the log has the message.",
        requiredProperties = {"pos", "ts", "dup"})
public record SendResponse(
        @Schema(description = "The position of the message.", examples = "1099511627780")
        long pos,

        @Schema(description = "When the log appended the message.", examples = "2026-03-01T10:15:30.123Z")
        Instant ts,

        @Schema(description = "Whether an earlier request had already sent this message.", examples = "false")
        boolean dup) {}
