package parley.log.range;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads several partitions at once, each from an offset up to another. */
public final class Ranges {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Ranges() {}

    /**
     * Returns when all is read; the records of a partition come in their order.
     *
     * @param to exclusive; has the partitions of {@code from}
     * @param handler false: nothing more of that partition is wanted
     * @throws TimeoutException where the broker gives nothing for 20 s
     */
    public static void read(
            KafkaConsumer<String, String> consumer,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Predicate<ConsumerRecord<String, String>> handler) {
        var open = from.keySet().stream().filter(p -> from.get(p) < to.get(p)).collect(Collectors.toSet());
        consumer.assign(open);
        open.forEach(p -> consumer.seek(p, from.get(p)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty()) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                var at = new TopicPartition(record.topic(), record.partition());
                boolean within = open.contains(at) && record.offset() < to.get(at);
                if (within && !handler.test(record)) open.remove(at);
            }
            open.removeIf(p -> consumer.position(p) >= to.get(p));
            if (open.size() < consumer.assignment().size()) consumer.assign(open);
            if (!records.isEmpty()) deadline = System.nanoTime() + PATIENCE.toNanos();
            else if (System.nanoTime() > deadline) {
                throw new TimeoutException("the log did not give %s up to their ends".formatted(open));
            }
        }
    }
}
