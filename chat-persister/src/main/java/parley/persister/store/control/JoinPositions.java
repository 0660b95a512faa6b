package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;

/**
 * Stores where memberships begin: for lists of readers, and for members who may not read what was before. Without such a
 * record it does not query the database.
 */
record JoinPositions(List<Join> joins) {

    private static final String SET = """
            UPDATE membership SET entered_pos = ?1, joined_pos = IF(?2, ?1, joined_pos)
            WHERE conversation_id = ?3 AND user_id = ?4 AND joined_version = ?5""";

    record Join(Appended record, EventDetail.MemberChanged member) {}

    /** @param records those with which users joined; initial members have no position of joining */
    static JoinPositions of(List<Appended> records) {
        return new JoinPositions(records.stream()
                .filter(record -> record.entry() instanceof LogEntry.Event event
                        && event.detail() instanceof EventDetail.MemberChanged member
                        && member.shown())
                .map(record -> new Join(record, (EventDetail.MemberChanged) ((LogEntry.Event) record.entry()).detail()))
                .toList());
    }

    /** A membership that has ended or begun anew since keeps what the later record sets. */
    void store(EntityManager rows) {
        for (var join : joins) {
            rows.createNativeQuery(SET)
                    .setParameter(1, join.record.pos().value())
                    .setParameter(2, join.member.limitsReading() ? 1 : 0)
                    .setParameter(3, join.record.entry().conversation().value())
                    .setParameter(4, join.member.user().value())
                    .setParameter(5, join.member.version())
                    .executeUpdate();
        }
    }
}
