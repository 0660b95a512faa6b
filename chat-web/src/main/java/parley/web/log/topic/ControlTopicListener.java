package parley.web.log.topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Somebody who follows one of the small topics; called on the feeds' thread, in the topic's order. */
public interface ControlTopicListener {

    String topic();

    /** Whether a node has to read all of it before it is ready, or only what comes from now on. */
    boolean whole();

    /** @param record its value is null where its key was taken back */
    void take(ConsumerRecord<String, String> record);
}
