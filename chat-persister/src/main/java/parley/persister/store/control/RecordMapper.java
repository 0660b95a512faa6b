package parley.persister.store.control;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.StoredEvent;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.persister.store.entity.UnstorableRecord;

/** Maps records of the log to entries and rows. */
final class RecordMapper {

    private RecordMapper() {}

    /** @throws UnstorableRecord if it is not a record of the log, or not in the partition of its conversation */
    static Appended read(ConsumerRecord<String, String> record, int partitions) {
        try {
            return LogRecords.read(record, partitions);
        } catch (UnreadableRecord unreadable) {
            throw new UnstorableRecord(record.offset(), unreadable.getMessage(), unreadable);
        }
    }

    static StoredEvent row(Appended record, LogEntry.Event event) {
        return new StoredEvent(record.event(event), record.partition());
    }
}
