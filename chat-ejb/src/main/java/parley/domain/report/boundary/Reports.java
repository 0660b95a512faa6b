package parley.domain.report.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.report.entity.MessageReport;
import parley.domain.report.entity.ReportView;
import parley.domain.sql.SqlState;

/** Keeps reported messages; the caller has decided who may report and who may see reports. */
@Stateless
public class Reports {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * Reports a message; a member's second report of it changes nothing.
     *
     * @param reason null if none is given
     * @throws Refused {@code conflict} if it is being reported concurrently: a retry finds it
     */
    public ReportView.Made report(
            ConversationId conversation, Position pos, UserId reporter, String reason, Instant now) {
        var existing = find(conversation, pos, reporter);
        if (existing.isPresent()) return new ReportView.Made(existing.get().view(), false);
        var report = new MessageReport(conversation, pos, reporter, reason, now);
        try {
            rows.persist(report);
            rows.flush();
        } catch (PersistenceException failed) {
            if (SqlState.isDuplicate(failed))
                throw new Refused(Refusal.CONFLICT, "It was reported at the same time; try again.");
            throw failed;
        }
        return new ReportView.Made(report.view(), true);
    }

    /**
     * A page of a group's reports, newest first.
     *
     * @param before the id of the last report of the page before
     */
    public List<ReportView> page(ConversationId conversation, long before, int limit) {
        return rows.createQuery("""
                        SELECT r FROM MessageReport r
                        WHERE r.conversationId = :conversation AND r.id < :before ORDER BY r.id DESC""", MessageReport.class)
                .setParameter("conversation", conversation.value())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(MessageReport::view)
                .toList();
    }

    /** Resolves a report; if it is resolved already, it stays as it is. */
    public ReportView resolve(ConversationId conversation, long id, UserId by, Instant now) {
        var report = rows.find(MessageReport.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (report == null || !report.belongsTo(conversation)) throw Refused.notFound("There is no report " + id + ".");
        report.resolve(by, now);
        return report.view();
    }

    private Optional<MessageReport> find(ConversationId conversation, Position pos, UserId reporter) {
        return rows.createQuery("""
                        SELECT r FROM MessageReport r
                        WHERE r.conversationId = :conversation AND r.pos = :pos AND r.reporterId = :reporter""", MessageReport.class)
                .setParameter("conversation", conversation.value())
                .setParameter("pos", pos.value())
                .setParameter("reporter", reporter.value())
                .getResultStream()
                .findFirst();
    }
}
