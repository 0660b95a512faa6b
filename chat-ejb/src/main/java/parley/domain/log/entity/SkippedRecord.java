package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import parley.domain.identity.Position;

/** A log record that produced no row, with the reason, so that every offset is accounted for. */
@Entity
@Table(name = "log_repeat")
public class SkippedRecord {

    /** Why a record produced no row. */
    public enum Why {
        /** Its (conversation, actor, cid) occurs earlier in the log. */
        REPEAT,
        /** Appended too long after its admission. */
        VOID,
        /** An edit of or reaction to a message that was already revoked. */
        REVOKED,
        /** It could not be stored and is in the dead-letter topic. */
        PARKED
    }

    @EmbeddedId
    private SkippedRecordKey key;

    private String why;

    @Column(name = "first_pos")
    private Long firstPos;

    protected SkippedRecord() {}

    /** @param first the position of the first record, for a repeat; otherwise null */
    public SkippedRecord(int partition, int epoch, long offset, Why why, Position first) {
        this.key = new SkippedRecordKey(partition, epoch, offset);
        become(why, first);
    }

    public boolean isParked() {
        return why.equals(code(Why.PARKED));
    }

    /** Replaces the reason that was recorded first. */
    public void become(Why newWhy, Position first) {
        why = code(newWhy);
        firstPos = first == null ? null : first.value();
    }

    private static String code(Why why) {
        return why.name().toLowerCase(java.util.Locale.ROOT);
    }
}
