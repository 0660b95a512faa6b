package parley.persister.ingest.control;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import parley.persister.ingest.entity.ChannelRecord;

/** Records of partition 3 for tests. */
final class Records {

    private Records() {}

    static ConsumerRecord<String, String> record(long offset) {
        return new ConsumerRecord<>("chat_messages", 3, offset, "7", "value " + offset);
    }

    static List<ConsumerRecord<String, String>> range(long from, long to) {
        return LongStream.range(from, to).mapToObj(Records::record).toList();
    }

    static List<Long> offsets(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::offset).toList();
    }

    static ChannelRecord arrived(long offset) {
        return new ChannelRecord(record(offset), Message.of("value " + offset));
    }
}
