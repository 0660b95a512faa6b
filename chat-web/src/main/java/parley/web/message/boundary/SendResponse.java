package parley.web.message.boundary;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.UserId;

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
        boolean dup,

        @Schema(
                description = "The users whom the text names, but who are not members; absent if there are none.",
                examples = "[12]")
        List<Long> notMembers,

        @Schema(
                description =
                        "False if the text names everyone, but the caller may not mention everyone here; otherwise absent.",
                examples = "false")
        Boolean everyone) {

    static SendResponse of(SendResultFuture.Answer accepted) {
        var notMembers =
                accepted.notMentioned().notMembers().stream().map(UserId::value).toList();
        return new SendResponse(
                accepted.place().pos().value(),
                accepted.place().ts(),
                accepted.dup(),
                notMembers.isEmpty() ? null : notMembers,
                accepted.notMentioned().everyone() ? Boolean.FALSE : null);
    }
}
