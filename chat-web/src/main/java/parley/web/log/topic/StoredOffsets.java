package parley.web.log.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.codec.StoredOffset;
import parley.log.topic.Topics;

/** What the persister has stored, as it announces it. */
@ApplicationScoped
public class StoredOffsets implements ControlTopicListener {

    /** @param nextOffset everything below it is accounted for in the database */
    public record Stored(String topicId, int epoch, long nextOffset) {}

    private final ConcurrentMap<Integer, Stored> byPartition = new ConcurrentHashMap<>();

    @Override
    public String topic() {
        return Topics.STORED;
    }

    @Override
    public boolean readsFromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) return;
        var stored = StoredOffset.read(record);
        byPartition.put(stored.partition(), new Stored(stored.topicId(), stored.epoch(), stored.nextOffset()));
    }

    /** 0 if nothing was announced for this log. */
    public long nextOffset(int partition, int epoch) {
        var stored = byPartition.get(partition);
        return stored == null || stored.epoch != epoch ? 0 : stored.nextOffset;
    }

    public ConcurrentMap<Integer, Stored> all() {
        return byPartition;
    }
}
