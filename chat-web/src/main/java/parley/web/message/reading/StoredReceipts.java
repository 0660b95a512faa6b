package parley.web.message.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;

/** Which receipts are in the database, according to what the persister has committed to the broker. */
@ApplicationScoped
public class StoredReceipts {

    private static final System.Logger LOG = System.getLogger(StoredReceipts.class.getName());
    private static final int TIMEOUT_SECONDS = 10;

    @Inject
    LogConnection log;

    /**
     * By partition, the offset below which receipts are stored; partitions of which nothing was stored are left out.
     *
     * @throws KafkaException if the broker does not answer, or refuses
     */
    public Map<Integer, Long> below() {
        try {
            var committed = log.admin()
                    .listConsumerGroupOffsets(Topics.RECEIPTS_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var below = new HashMap<Integer, Long>();
            committed.forEach((partition, offset) -> {
                if (offset != null) below.put(partition.partition(), offset.offset());
            });
            return below;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AuthorizationException refused) return unknown(refused);
            throw new KafkaException("what is stored of " + Topics.RECEIPTS + " is not known", failed.getCause());
        } catch (TimeoutException failed) {
            throw new KafkaException("what is stored of " + Topics.RECEIPTS + " is not known", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("this node is stopping", stopped);
        }
    }

    private static Map<Integer, Long> unknown(AuthorizationException refused) {
        LOG.log(
                System.Logger.Level.WARNING,
                "This node may not describe the group {0}, so it reads all of {1} when it starts: {2}",
                Topics.RECEIPTS_GROUP,
                Topics.RECEIPTS,
                refused.getMessage());
        return Map.of();
    }
}
