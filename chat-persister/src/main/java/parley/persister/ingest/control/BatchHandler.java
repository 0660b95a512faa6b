package parley.persister.ingest.control;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.persister.store.entity.WriteResult;

/** Stores or otherwise accounts for a batch of one partition. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Returns when the batch may be acknowledged; throws if it must be retried.
     *
     * @param records not empty, with consecutive offsets
     */
    WriteResult handle(List<ConsumerRecord<String, String>> records);
}
