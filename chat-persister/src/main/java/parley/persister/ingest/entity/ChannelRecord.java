package parley.persister.ingest.entity;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A record received from a channel, with the message that acknowledges it. */
public record ChannelRecord(ConsumerRecord<String, String> record, Message<String> message) {

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }
}
