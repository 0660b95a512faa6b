package parley.persister.store.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.log.entity.LogGap;
import parley.domain.log.entity.LogPosition;
import parley.domain.sql.DatabaseFailure;
import parley.log.topic.LogIdentity;
import parley.persister.store.control.BatchWriter;
import parley.persister.store.control.ReplayWriter;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.BatchTooLarge;
import parley.persister.store.entity.LogMismatch;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.RepairResult;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;
import parley.persister.store.entity.WriteResult;

/**
 * Stores one batch of one partition. Rows and {@code next_offset} commit together or not at all, so a batch that Kafka
 * redelivers after a crash is dropped here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BatchStore {

    @Inject
    EntityManager rows;

    /**
     * @throws UnstorableRecord if a record can never be stored; then nothing is stored
     * @throws BatchTooLarge if it has to be split; then nothing is stored
     * @throws DatabaseFailure if the database failed
     */
    public WriteResult store(PartitionBatch batch, LogIdentity log) {
        return attempt(batch, log, BatchWriter::write);
    }

    /**
     * Accounts for a record that is in the dead-letter topic.
     *
     * @param placeholder whether a readable message gets a placeholder row with its sequence number
     */
    public WriteResult park(ConsumerRecord<String, String> record, LogIdentity log, boolean placeholder) {
        return attempt(
                new PartitionBatch(List.of(record)),
                log,
                (writer, fresh) -> writer.park(fresh.getFirst(), placeholder));
    }

    /**
     * Stores a dead letter at its own position, if it is still parked.
     *
     * @throws UnstorableRecord if it still cannot be stored; then nothing is stored
     * @throws DatabaseFailure if the database failed
     */
    public ReplayResult replay(ConsumerRecord<String, String> letter, LogIdentity log) {
        try {
            var position = locked(letter.partition(), log);
            if (!log.topicId().equals(position.topicId())) {
                throw new IllegalStateException(
                        "partition %d of the database belongs to another log".formatted(letter.partition()));
            }
            return new ReplayWriter(rows, log.partitions()).write(letter);
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    /**
     * Lets a partition continue at the beginning of the log, and records the range that is given up.
     *
     * @param begins the oldest offset of the log
     */
    public RepairResult giveUpTo(int partition, long begins, LogIdentity log, String by, Instant now) {
        try {
            var position = locked(partition, log);
            if (!log.topicId().equals(position.topicId()) || log.epoch() != position.epoch()) {
                return new RepairResult.Refused(
                        "partition %d of the database belongs to another log".formatted(partition));
            }
            long next = position.nextOffset();
            if (begins <= next) {
                return new RepairResult.Refused(
                        "partition %d has not stopped: the log has what is to be stored next, from %d on"
                                .formatted(partition, next));
            }
            rows.persist(new LogGap(partition, log.epoch(), next, begins, by, now));
            position.moveTo(begins);
            return new RepairResult.GaveUp(next, begins);
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    private WriteResult attempt(
            PartitionBatch batch,
            LogIdentity log,
            BiFunction<BatchWriter, List<ConsumerRecord<String, String>>, BatchCounts> write) {
        try {
            return underLock(batch, log, write);
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    private WriteResult underLock(
            PartitionBatch batch,
            LogIdentity log,
            BiFunction<BatchWriter, List<ConsumerRecord<String, String>>, BatchCounts> write) {
        var position = locked(batch.partition(), log);
        if (log.epoch() > position.epoch()) {
            position.restart(log.topicId(), log.epoch());
        } else if (log.epoch() < position.epoch() || !log.topicId().equals(position.topicId())) {
            throw new LogMismatch(
                    "partition %d of the database belongs to topic %s, epoch %d; this is topic %s, epoch %d"
                            .formatted(
                                    position.partition(),
                                    position.topicId(),
                                    position.epoch(),
                                    log.topicId(),
                                    log.epoch()));
        }
        if (batch.begin() > position.nextOffset()) return new WriteResult.Gap(position.nextOffset());
        var fresh = batch.from(position.nextOffset());
        if (fresh.isEmpty()) return new WriteResult.Stored(position.nextOffset(), BatchCounts.NOTHING);
        position.moveTo(batch.end());
        var counts = write.apply(new BatchWriter(rows, position, log.partitions()), fresh);
        return new WriteResult.Stored(position.nextOffset(), counts);
    }

    private LogPosition locked(int partition, LogIdentity log) {
        var position = rows.find(LogPosition.class, partition, LockModeType.PESSIMISTIC_WRITE);
        if (position != null) return position;
        // Another persister may insert it concurrently; one row remains, and both wait for its lock.
        rows.createNativeQuery(
                        "INSERT IGNORE INTO log_position (log_partition, topic_id, epoch, next_offset) VALUES (?1, ?2, ?3, 0)")
                .setParameter(1, partition)
                .setParameter(2, log.topicId())
                .setParameter(3, log.epoch())
                .executeUpdate();
        return rows.find(LogPosition.class, partition, LockModeType.PESSIMISTIC_WRITE);
    }
}
