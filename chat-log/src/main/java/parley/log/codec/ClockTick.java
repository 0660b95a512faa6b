package parley.log.codec;

import org.apache.kafka.clients.producer.ProducerRecord;
import parley.log.record.LogRecords;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_clock}. It has no content: the broker's append time, which is returned to the producer, is
 * what a node sends it for.
 *
 * @param node the boot of the node
 */
public record ClockTick(String node) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var record = new ProducerRecord<>(Topics.CLOCK, 0, node, "");
        LogRecords.head(record.headers(), "tick", epoch);
        return record;
    }
}
