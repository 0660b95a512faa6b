package parley.persister.store.control;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.record.UnreadableRecord;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.StoredEvent;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.persister.store.entity.UnfitRecord;

/** What a record says, as rows hold it. */
final class Making {

    private Making() {}

    /** @throws UnfitRecord where it is no record of ours, or stands in another partition than its conversation's */
    static Appended read(ConsumerRecord<String, String> record, int partitions) {
        try {
            return LogRecords.read(record, partitions);
        } catch (UnreadableRecord unreadable) {
            throw new UnfitRecord(record.offset(), unreadable.getMessage(), unreadable);
        }
    }

    static StoredEvent row(Appended record, LogEntry.Event event) {
        return new StoredEvent(record.happened(event), record.partition());
    }
}
