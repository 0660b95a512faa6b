package parley.domain.report.entity;

import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * @param pos the reported message
 * @param reason null if the reporter gave none
 * @param resolvedBy null while it is open
 */
public record ReportView(
        long id,
        ConversationId conversation,
        Position pos,
        UserId reporter,
        String reason,
        Instant reportedAt,
        UserId resolvedBy,
        Instant resolvedAt) {

    /** @param created false if the member had reported the message before */
    public record Made(ReportView report, boolean created) {}

    /** Hides what a person wrote. */
    @Override
    public String toString() {
        return "ReportView[" + id + "]";
    }
}
