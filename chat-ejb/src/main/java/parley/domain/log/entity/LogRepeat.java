package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import parley.domain.identity.Position;

/** A record of the log that became no row, and why: so that every offset can be accounted for. */
@Entity
@Table(name = "log_repeat")
public class LogRepeat {

    /** Why a record is no row. */
    public enum Why {
        /** Its (conversation, actor, cid) stands earlier in the log. */
        REPEAT,
        /** Appended too long after its admission. */
        VOID,
        /** An edit or reaction of a message that was revoked before it. */
        REVOKED,
        /** It could not be stored; it lies in the dead letters. */
        PARKED
    }

    @EmbeddedId
    private RepeatKey key;

    private String why;

    @Column(name = "first_pos")
    private Long firstPos;

    protected LogRepeat() {}

    /** @param first the place of the first, for a repeat; else null */
    public LogRepeat(int partition, int epoch, long offset, Why why, Position first) {
        this.key = new RepeatKey(partition, epoch, offset);
        become(why, first);
    }

    public boolean isParked() {
        return why.equals(code(Why.PARKED));
    }

    /** Another reason than the one that was found first. */
    public void become(Why newWhy, Position first) {
        why = code(newWhy);
        firstPos = first == null ? null : first.value();
    }

    private static String code(Why why) {
        return why.name().toLowerCase(java.util.Locale.ROOT);
    }
}
