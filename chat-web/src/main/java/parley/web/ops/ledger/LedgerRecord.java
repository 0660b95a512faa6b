package parley.web.ops.ledger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;

/**
 * A record of the log as the ledger counts it.
 *
 * @param minute the minute of its append, since 1970
 */
record LedgerRecord(long offset, long minute, Kind kind) {

    enum Kind {
        MESSAGE,
        CHANGE,
        MEMBER,
        UNREADABLE
    }

    static LedgerRecord of(ConsumerRecord<String, String> record) {
        return new LedgerRecord(record.offset(), record.timestamp() / 60_000, kind(record));
    }

    private static Kind kind(ConsumerRecord<String, String> record) {
        try {
            return switch (LogRecords.read(record).entry()) {
                case LogEntry.Message message -> Kind.MESSAGE;
                case LogEntry.Event event ->
                    switch (event.detail()) {
                        case EventDetail.OfMessage change -> Kind.CHANGE;
                        case EventDetail.OfConversation notice -> Kind.MEMBER;
                    };
            };
        } catch (UnreadableRecord unreadable) {
            return Kind.UNREADABLE;
        }
    }
}
