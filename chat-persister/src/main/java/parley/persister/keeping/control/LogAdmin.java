package parley.persister.keeping.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import parley.log.client.LogSettings;
import parley.log.topic.LogIdentity;
import parley.log.topic.TopicKeeper;
import parley.log.topic.Topics;

/** What keeping asks of the broker. */
public final class LogAdmin implements AutoCloseable {

    private final Admin admin;
    private final TopicKeeper topics;
    private final int partitions;

    public LogAdmin(LogSettings settings) {
        this.admin = Admin.create(settings.client("parley-persister-keeping"));
        this.topics = new TopicKeeper(admin, settings);
        this.partitions = settings.partitions();
    }

    /** Which log it is, and where each partition ends. */
    public record View(LogIdentity identity, Map<Integer, Long> ends) {}

    /** Makes topics that are not there; throws where one is not as it should be. */
    public View look() throws ExecutionException, InterruptedException {
        return new View(topics.ensure(), offsets(OffsetSpec.latest()));
    }

    /** The first offset at or after a time, -1 where all is older. */
    public Map<Integer, Long> since(Instant time) throws ExecutionException, InterruptedException {
        return offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
    }

    public void trim(Map<Integer, Long> before) throws ExecutionException, InterruptedException {
        var records = new HashMap<TopicPartition, RecordsToDelete>();
        before.forEach((partition, offset) -> records.put(at(partition), RecordsToDelete.beforeOffset(offset)));
        admin.deleteRecords(records).all().get();
    }

    private Map<Integer, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        var wanted = IntStream.range(0, partitions).boxed().collect(Collectors.toMap(LogAdmin::at, partition -> which));
        var offsets = new HashMap<Integer, Long>();
        admin.listOffsets(wanted).all().get().forEach((at, found) -> offsets.put(at.partition(), found.offset()));
        return offsets;
    }

    private static TopicPartition at(int partition) {
        return new TopicPartition(Topics.MESSAGES, partition);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(2));
    }
}
