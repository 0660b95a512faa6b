package parley.web.log.source;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The part of {@code chat_messages} that history pages need beyond the tail. */
public interface MessageLog {

    /** The end offset of each partition; every record that was confirmed before this call is below it. */
    CompletableFuture<long[]> ends();

    /**
     * The records of one partition from {@code from} up to {@code to}, exclusive, oldest first; at most {@code limit}.
     *
     * @throws parley.log.range.RangeLost if the log no longer has {@code from}
     * @throws org.apache.kafka.common.KafkaException if the log does not give them within {@code patience}
     */
    List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit, Duration patience);
}
