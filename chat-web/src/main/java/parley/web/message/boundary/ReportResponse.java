package parley.web.message.boundary;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import parley.domain.report.entity.ReportView;

@Schema(
        name = "Report",
        description = "A message that a member reported to the moderators of the group.",
        requiredProperties = {"id", "conv", "pos", "reporter", "at", "state"})
public record ReportResponse(
        @Schema(description = "The report's id.", examples = "3")
        long id,

        @Schema(description = "The id of the conversation.", examples = "42")
        long conv,

        @Schema(description = "The position of the message.", examples = "1099511627780")
        long pos,

        @Schema(description = "The id of the member who reported it.", examples = "9")
        long reporter,

        @Schema(description = "Why; absent if no reason was given.", examples = "Insults a colleague")
        String reason,

        @Schema(description = "When it was reported.", examples = "2026-03-01T10:15:30.123Z")
        Instant at,

        @Schema(
                description = "Whether an owner or moderator has dealt with it.",
                enumeration = {"open", "resolved"},
                examples = "open")
        String state,

        @Schema(description = "The id of who resolved it; absent while it is open.", examples = "7")
        Long resolvedBy,

        @Schema(description = "When it was resolved; absent while it is open.", examples = "2026-03-01T11:00:00Z")
        Instant resolvedAt) {

    static ReportResponse of(ReportView report) {
        return new ReportResponse(
                report.id(),
                report.conversation().value(),
                report.pos().value(),
                report.reporter().value(),
                report.reason(),
                report.reportedAt(),
                report.resolvedAt() == null ? "open" : "resolved",
                report.resolvedBy() == null ? null : (Long) report.resolvedBy().value(),
                report.resolvedAt());
    }
}
