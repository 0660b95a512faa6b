package parley.persister.ingest.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.topic.AnotherLog;
import parley.log.topic.LogConfirmation;
import parley.persister.store.entity.WriteResult;

/**
 * Passes a batch on, to be stored and acknowledged, only while the log is the one that the database belongs to. A record
 * does not say which topic id it comes from, and a recreated topic begins at offset 0: where the offsets of a batch do
 * not follow the previous ones, the broker must confirm its topic id after the records were received.
 */
public final class IdentityGate implements BatchHandler {

    /** For how long an answer counts while offsets follow each other. */
    static final Duration RECENTLY = Duration.ofSeconds(5);

    private final BatchHandler next;
    private final LogConfirmation log;
    private final Map<Integer, Long> nextByPartition = new ConcurrentHashMap<>();
    private volatile String held;

    public IdentityGate(BatchHandler next, LogConfirmation log) {
        this.next = next;
        this.log = log;
    }

    /** @param why nothing may be written for now, or null */
    public void hold(String why) {
        held = why;
    }

    /**
     * For what reads and writes otherwise.
     *
     * @throws AnotherLog where the log is not known, since this call, to be the one of the database
     */
    public void requireNow() {
        require(Duration.ZERO);
    }

    @Override
    public WriteResult handle(List<ConsumerRecord<String, String>> records) {
        int partition = records.getFirst().partition();
        boolean follows = records.getFirst().offset() == nextByPartition.getOrDefault(partition, -1L);
        require(follows ? RECENTLY : Duration.ZERO);
        var result = next.handle(records);
        nextByPartition.put(partition, records.getLast().offset() + 1);
        return result;
    }

    private void require(Duration age) {
        var why = held;
        if (why != null) throw new AnotherLog(why, null);
        log.require(age);
    }
}
