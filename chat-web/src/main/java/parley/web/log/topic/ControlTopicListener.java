package parley.web.log.topic;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows one of the control topics; called on the reader's thread, in the topic's order. */
public interface ControlTopicListener {

    String topic();

    /** Whether a node has to read the whole topic before it is ready, instead of only new records. */
    boolean readsFromStart();

    /**
     * Where a node starts to read.
     *
     * @param ends the ends of the topic's partitions
     * @return for each partition, the offset; empty to start at the beginning or the end, as {@link #readsFromStart}
     *     says
     */
    default Map<Integer, Long> startsAt(Map<Integer, Long> ends) {
        return Map.of();
    }

    /** @param record its value is null if its key was deleted */
    void take(ConsumerRecord<String, String> record);
}
