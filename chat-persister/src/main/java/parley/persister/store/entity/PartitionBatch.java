package parley.persister.store.entity;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of one partition with consecutive offsets. */
public record PartitionBatch(List<ConsumerRecord<String, String>> records) {

    public PartitionBatch {
        records = List.copyOf(records);
        long next = records.getFirst().offset();
        for (var record : records) {
            if (record.offset() != next++)
                throw new IllegalArgumentException("missing offset before " + record.offset());
        }
    }

    public int partition() {
        return records.getFirst().partition();
    }

    public long begin() {
        return records.getFirst().offset();
    }

    /** Exclusive. */
    public long end() {
        return records.getLast().offset() + 1;
    }

    /** The records that are not accounted for yet; may be empty. */
    public List<ConsumerRecord<String, String>> from(long nextOffset) {
        if (begin() > nextOffset) throw new IllegalArgumentException("missing offset before " + begin());
        return records.subList((int) Math.min(nextOffset - begin(), records.size()), records.size());
    }
}
