package parley.persister.maintenance.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import parley.log.client.LogSettings;
import parley.log.topic.LogIdentity;
import parley.log.topic.TopicKeeper;
import parley.log.topic.Topics;

/** Requests of the log maintenance to the broker. */
public final class LogAdmin implements AutoCloseable {

    /** Above the timeout of the client itself. */
    private static final int TIMEOUT_SECONDS = 12;

    private final Admin admin;
    private final TopicKeeper topics;
    private final int partitions;

    public LogAdmin(LogSettings settings) {
        this.admin = Admin.create(settings.client("parley-persister-keeping"));
        this.topics = new TopicKeeper(admin, settings);
        this.partitions = settings.partitions();
    }

    /** Creates missing topics; throws if one is misconfigured. */
    public LogIdentity ensure() throws ExecutionException, InterruptedException {
        return topics.ensure();
    }

    /** Throws if a topic is missing or misconfigured. */
    public LogIdentity check() throws ExecutionException, InterruptedException {
        return topics.check();
    }

    /** The identity of the log that the broker has now. */
    public LogIdentity identity() throws ExecutionException, InterruptedException {
        return topics.identity();
    }

    /** The end offset of each partition. */
    public Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
        return offsets(OffsetSpec.latest());
    }

    /** The first offset at or after a time, -1 if all records are older. */
    public Map<Integer, Long> since(Instant time) throws ExecutionException, InterruptedException {
        return offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
    }

    public void trim(Map<Integer, Long> before) throws ExecutionException, InterruptedException {
        var records = new HashMap<TopicPartition, RecordsToDelete>();
        before.forEach((partition, offset) -> records.put(at(partition), RecordsToDelete.beforeOffset(offset)));
        get(admin.deleteRecords(records).all());
    }

    private Map<Integer, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        var wanted = IntStream.range(0, partitions).boxed().collect(Collectors.toMap(LogAdmin::at, partition -> which));
        var offsets = new HashMap<Integer, Long>();
        get(admin.listOffsets(wanted).all()).forEach((at, found) -> offsets.put(at.partition(), found.offset()));
        return offsets;
    }

    /** A broker that hangs must not block the caller, whatever the client does. */
    private static <T> T get(KafkaFuture<T> answer) throws ExecutionException, InterruptedException {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException hangs) {
            throw new TimeoutException("the broker does not answer", hangs);
        }
    }

    private static TopicPartition at(int partition) {
        return new TopicPartition(Topics.MESSAGES, partition);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(2));
    }
}
