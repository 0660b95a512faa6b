package parley.domain.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** A message that a member reported to the moderators of its group. */
@Entity
@Table(name = "message_report")
public class MessageReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "conversation_id")
    private long conversationId;

    private long pos;

    @Column(name = "reporter_id")
    private long reporterId;

    private String reason;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "resolved_by")
    private Long resolvedBy;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    protected MessageReport() {}

    public MessageReport(ConversationId conversation, Position pos, UserId reporter, String reason, Instant now) {
        this.conversationId = conversation.value();
        this.pos = pos.value();
        this.reporterId = reporter.value();
        this.reason = reason;
        this.reportedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public boolean belongsTo(ConversationId conversation) {
        return conversationId == conversation.value();
    }

    /** Does nothing if it is resolved. */
    public void resolve(UserId by, Instant now) {
        if (resolvedAt != null) return;
        resolvedBy = by.value();
        resolvedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public ReportView view() {
        return new ReportView(
                id,
                new ConversationId(conversationId),
                new Position(pos),
                new UserId(reporterId),
                reason,
                reportedAt,
                resolvedBy == null ? null : new UserId(resolvedBy),
                resolvedAt);
    }
}
