package parley.web.log.source;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.topic.Topics;

/** The topic {@code chat_messages} of a broker. */
public final class KafkaLog implements MessageLog {

    /** Requests for pages time out earlier; a late answer still shows that the tail was at the end of the log. */
    private static final ListOffsetsOptions PATIENCE = new ListOffsetsOptions().timeoutMs(5_000);

    private final Supplier<Admin> admin;
    private final IntSupplier partitions;
    private final LogSettings settings;

    public KafkaLog(Supplier<Admin> admin, IntSupplier partitions, LogSettings settings) {
        this.admin = admin;
        this.partitions = partitions;
        this.settings = settings;
    }

    @Override
    public CompletableFuture<long[]> ends() {
        int count = partitions.getAsInt();
        var question = new HashMap<TopicPartition, OffsetSpec>();
        for (int p = 0; p < count; p++) question.put(new TopicPartition(Topics.MESSAGES, p), OffsetSpec.latest());
        return admin.get()
                .listOffsets(question, PATIENCE)
                .all()
                .toCompletionStage()
                .thenApply(offsets -> {
                    var ends = new long[count];
                    offsets.forEach((partition, end) -> ends[partition.partition()] = end.offset());
                    return ends;
                })
                .toCompletableFuture();
    }

    @Override
    public List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit, Duration patience) {
        try (var reader = RangeReader.open(settings.reader("parley-range"))) {
            return reader.read(new TopicPartition(Topics.MESSAGES, partition), from, to, limit, patience);
        }
    }
}
