package parley.web.log.topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows one of the control topics; called on the reader's thread, in the topic's order. */
public interface ControlTopicListener {

    String topic();

    /** Whether a node has to read the whole topic before it is ready, instead of only new records. */
    boolean readsFromStart();

    /** @param record its value is null if its key was deleted */
    void take(ConsumerRecord<String, String> record);
}
