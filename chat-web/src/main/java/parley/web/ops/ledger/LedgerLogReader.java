package parley.web.ops.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import parley.log.note.NoteCodec;
import parley.log.range.RangeReader;
import parley.log.topic.Topics;

/** Reads the log and the acknowledgement notes for one ledger, with a consumer of its own. */
final class LedgerLogReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LedgerLogReader.class.getName());
    private static final int WINDOW = 10_000;
    /** How much later than its minute a note may be appended, because the broker may have been down. */
    private static final Duration NOTES_COME_WITHIN = Duration.ofMinutes(15);

    private final KafkaConsumer<String, String> consumer;
    private final RangeReader ranges;

    LedgerLogReader(Map<String, Object> properties) {
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        ranges = new RangeReader(consumer);
    }

    /** The beginning and end of the log, and the offsets of the range. */
    record Bounds(long begins, long ends, long from, long to) {}

    /** Receives a part of the log. */
    interface Window {
        void take(long from, long to, List<LedgerRecord> items);
    }

    Map<Integer, Bounds> bounds(List<Integer> partitions, Instant from, Instant to) {
        var at = all(Topics.MESSAGES, partitions);
        var starts = consumer.offsetsForTimes(times(at, from));
        var stops = consumer.offsetsForTimes(times(at, to));
        var begins = consumer.beginningOffsets(at);
        var ends = consumer.endOffsets(at);
        return at.stream().collect(Collectors.toMap(TopicPartition::partition, p -> {
            long start = Math.max(begins.get(p), offset(starts.get(p), ends.get(p)));
            return new Bounds(begins.get(p), ends.get(p), start, Math.max(start, offset(stops.get(p), ends.get(p))));
        }));
    }

    long end(int partition) {
        var at = new TopicPartition(Topics.MESSAGES, partition);
        return consumer.endOffsets(List.of(at)).get(at);
    }

    void read(int partition, long from, long to, Window window) {
        var at = new TopicPartition(Topics.MESSAGES, partition);
        var items = new ArrayList<LedgerRecord>();
        var begun = new long[] {from};
        ranges.scan(Map.of(at, from), Map.of(at, to), record -> {
            items.add(LedgerRecord.of(record));
            if (items.size() == WINDOW) {
                window.take(begun[0], record.offset() + 1, items);
                begun[0] = record.offset() + 1;
                items.clear();
            }
            return true;
        });
        if (begun[0] < to) window.take(begun[0], to, items);
    }

    /** The notes of the minutes in the range, by partition; stops when there are more than {@code most} offsets. */
    Map<Integer, AcknowledgedOffsets> notes(List<Integer> partitions, int epoch, Instant from, Instant to, long most) {
        long firstMinute = from.getEpochSecond() / 60;
        var noted = new HashMap<Integer, AcknowledgedOffsets>();
        partitions.forEach(partition -> noted.put(partition, new AcknowledgedOffsets(firstMinute)));
        var at = all(Topics.ACKNOWLEDGED, partitions);
        var ends = consumer.endOffsets(at);
        var starts = consumer.offsetsForTimes(times(at, from));
        long latest = to.plus(NOTES_COME_WITHIN).toEpochMilli();
        var total = new long[1];
        ranges.scan(
                at.stream().collect(Collectors.toMap(Function.identity(), p -> offset(starts.get(p), ends.get(p)))),
                ends,
                record -> {
                    if (record.timestamp() > latest) return false;
                    total[0] += add(record, epoch, from, to, noted);
                    if (total[0] > most) throw new LedgerRangeTooLarge(total[0]);
                    return true;
                });
        noted.values().forEach(AcknowledgedOffsets::sealed);
        return noted;
    }

    private static int add(
            ConsumerRecord<String, String> record,
            int epoch,
            Instant from,
            Instant to,
            Map<Integer, AcknowledgedOffsets> noted) {
        try {
            var note = NoteCodec.decode(record.value());
            var minute = note.minute();
            if (note.epoch() != epoch || minute.isBefore(from) || !minute.isBefore(to)) return 0;
            noted.get(note.partition()).add(minute.getEpochSecond() / 60, note.offsets());
            return note.offsets().length;
        } catch (IllegalArgumentException | NullPointerException wrong) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Record {0}-{1}@{2} is not a note and is skipped.",
                    record.topic(),
                    record.partition(),
                    record.offset());
            return 0;
        }
    }

    private static List<TopicPartition> all(String topic, List<Integer> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static Map<TopicPartition, Long> times(List<TopicPartition> partitions, Instant time) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), p -> time.toEpochMilli()));
    }

    /** The end if nothing was appended that late. */
    private static long offset(OffsetAndTimestamp found, long end) {
        return found == null ? end : found.offset();
    }

    @Override
    public void close() {
        ranges.close();
    }
}
