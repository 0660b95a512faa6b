package parley.domain.log.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a partition of the log is stored: every record below {@code nextOffset} is accounted for in the database. */
@Entity
@Table(name = "log_position")
public class LogPosition {

    @Id
    @Column(name = "log_partition")
    private int partition;

    @Column(name = "topic_id")
    private String topicId;

    private int epoch;

    @Column(name = "next_offset")
    private long nextOffset;

    protected LogPosition() {}

    public LogPosition(int partition, String topicId, int epoch) {
        this.partition = partition;
        this.topicId = topicId;
        this.epoch = epoch;
    }

    public int partition() {
        return partition;
    }

    public String topicId() {
        return topicId;
    }

    public int epoch() {
        return epoch;
    }

    public long nextOffset() {
        return nextOffset;
    }

    public void moveTo(long offset) {
        if (offset < nextOffset) {
            throw new IllegalArgumentException("next offset would decrease from " + nextOffset + " to " + offset);
        }
        nextOffset = offset;
    }

    /** Starts again at offset 0 of a recreated log, which has a greater epoch. */
    public void restart(String newTopicId, int newEpoch) {
        if (newEpoch <= epoch) throw new IllegalArgumentException("epoch " + newEpoch + " is not above " + epoch);
        topicId = newTopicId;
        epoch = newEpoch;
        nextOffset = 0;
    }
}
