package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A range of records lost from the log before they were stored, which an operator gave up to let the partition continue. */
@Entity
@Table(name = "log_gap")
public class LogGap {

    @EmbeddedId
    private LogGapKey key;

    @Column(name = "to_offset")
    private long to;

    @Column(name = "repaired_by")
    private String repairedBy;

    @Column(name = "repaired_at")
    private Instant repairedAt;

    protected LogGap() {}

    /** @param to exclusive */
    public LogGap(int partition, int epoch, long from, long to, String repairedBy, Instant repairedAt) {
        this.key = new LogGapKey(partition, epoch, from);
        this.to = to;
        this.repairedBy = repairedBy;
        this.repairedAt = repairedAt;
    }

    public int partition() {
        return (int) key.partition();
    }

    public long from() {
        return key.from();
    }

    /** Exclusive. */
    public long to() {
        return to;
    }

    public Instant repairedAt() {
        return repairedAt;
    }
}
