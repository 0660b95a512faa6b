package parley.persister.ingest.control;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.persister.store.entity.WriteResult;

/** Accounts for a batch of one partition. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Returns when the batch may be acknowledged; throws where it has to be tried again.
     *
     * @param records not empty, with consecutive offsets
     */
    WriteResult handle(List<ConsumerRecord<String, String>> records);
}
