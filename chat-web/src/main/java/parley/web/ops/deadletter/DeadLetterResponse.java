package parley.web.ops.deadletter;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.identity.Position;

@Schema(
        name = "DeadLetter",
        description = "A record that could not be stored, without its contents.",
        requiredProperties = {"partition", "epoch", "offset", "pos", "ts", "reason"})
public record DeadLetterResponse(
        @Schema(description = "The partition of the log.", examples = "3")
        int partition,

        @Schema(description = "The epoch of the log.", examples = "0")
        int epoch,

        @Schema(description = "The offset in the partition.", examples = "1042")
        long offset,

        @Schema(description = "The position in its conversation.", examples = "1042")
        long pos,

        @Schema(description = "The key of the record: the id of its conversation.", examples = "42")
        String conv,

        @Schema(description = "When the record was appended to the log.", examples = "2026-03-01T10:15:30Z")
        Instant ts,

        @Schema(description = "Why it could not be stored.", examples = "its conversation does not exist")
        String reason) {

    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.partition(),
                letter.epoch(),
                letter.offset(),
                Position.at(letter.epoch(), letter.offset()).value(),
                letter.conversation(),
                letter.at(),
                letter.reason());
    }
}
