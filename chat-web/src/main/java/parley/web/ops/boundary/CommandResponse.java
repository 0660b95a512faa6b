package parley.web.ops.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;

@Schema(
        name = "Command",
        description = "A command and its state.",
        requiredProperties = {"id", "kind", "by", "at", "state"})
public record CommandResponse(
        @Schema(description = "The id of the command.", examples = "12")
        long id,

        @Schema(
                description = "What was requested.",
                enumeration = {"replay", "repair"},
                examples = "repair")
        String kind,

        @Schema(description = "The partition of the log; for repair only.", examples = "3")
        Integer partition,

        @Schema(description = "The username of the operator.", examples = "root")
        String by,

        @Schema(description = "When the command was given.", examples = "2026-03-01T10:15:30Z")
        Instant at,

        @Schema(
                description = "How far the command is.",
                enumeration = {"asked", "running", "done", "failed"},
                examples = "done")
        String state,

        @Schema(description = "When a persister last reported progress.", examples = "2026-03-01T10:15:31Z")
        Instant takenAt,

        @Schema(description = "When the command ended.", examples = "2026-03-01T10:15:32Z")
        Instant endedAt,

        @Schema(description = "A sentence on the progress, until the command ends.", examples = "12 of 40 read.")
        String progress,

        @Schema(description = "A sentence on the result, once the command has ended.", examples = "40 stored now.")
        String result) {

    static CommandResponse of(CommandStatus status) {
        boolean hasEnded = status.endedAt() != null;
        return new CommandResponse(
                status.id(),
                status.command().kind(),
                status.command() instanceof Command.Repair(int partition) ? (Integer) partition : null,
                status.by(),
                status.at(),
                status.state(),
                status.takenAt(),
                status.endedAt(),
                hasEnded ? null : status.result(),
                hasEnded ? status.result() : null);
    }
}
