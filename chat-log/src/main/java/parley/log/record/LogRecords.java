package parley.log.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.log.topic.Topics;
import parley.log.trace.TraceContext;

/** Converts entries of the log to and from records of {@code chat_messages}: key, headers and value. */
public final class LogRecords {

    private static final String TYPE = "type";
    private static final String VERSION = "version";
    private static final String EPOCH = "epoch";
    private static final String ADMITTED = "admitted";
    private static final String ORIGIN = "origin";

    private LogRecords() {}

    /** The partition of a conversation, as Kafka's default partitioner computes it from the key. */
    public static int partition(ConversationId conversation, int partitions) {
        return partition(conversation.toString(), partitions);
    }

    private static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
    }

    /** @param partition of the entry's conversation */
    public static ProducerRecord<String, String> write(
            LogEntry entry, int partition, int epoch, Instant admitted, String origin) {
        var record = new ProducerRecord<>(
                Topics.MESSAGES, partition, entry.conversation().toString(), LogCodec.encode(entry));
        head(record.headers(), entry.type(), epoch);
        record.headers().add(ADMITTED, bytes(admitted.toEpochMilli())).add(ORIGIN, origin.getBytes(UTF_8));
        return record;
    }

    /** Adds the headers that every record of every topic has, including the trace context of the current call. */
    public static void head(Headers headers, String type, int epoch) {
        headers.add(TYPE, type.getBytes(UTF_8))
                .add(VERSION, bytes(LogCodec.VERSION))
                .add(EPOCH, bytes(epoch))
                .add(TraceContext.HEADER, TraceContext.currentOrNew().bytes());
    }

    /**
     * The epoch under which a record of any topic was written; 0 if it has no such header.
     *
     * @throws UnreadableRecord if it is not the number of an epoch
     */
    public static int epoch(ConsumerRecord<?, ?> record) {
        if (record.headers().lastHeader(EPOCH) == null) return 0;
        try {
            long epoch = number(record.headers(), EPOCH);
            if (epoch >= 0 && epoch <= Position.MAX_EPOCH) return (int) epoch;
        } catch (RuntimeException wrong) {
            throw new UnreadableRecord("its epoch is not a number", wrong);
        }
        throw new UnreadableRecord("its epoch is out of range", null);
    }

    /**
     * Reads a record that must be in the partition of its conversation.
     *
     * @throws UnreadableRecord as {@link #read(ConsumerRecord)}
     */
    public static Appended read(ConsumerRecord<String, String> record, int partitions) {
        requirePlace(record, partitions);
        return read(record);
    }

    /** @throws UnreadableRecord if the record's key, which is a conversation, belongs to another partition */
    public static void requirePlace(ConsumerRecord<String, String> record, int partitions) {
        var key = record.key();
        if (key == null || partition(key, partitions) != record.partition()) {
            throw new UnreadableRecord("its key does not belong to partition " + record.partition(), null);
        }
    }

    /** @throws UnreadableRecord if it is not a record of the log or has an unknown version; nothing else is thrown */
    public static Appended read(ConsumerRecord<?, String> record) {
        var headers = record.headers();
        try {
            var read = new Appended(
                    record.partition(),
                    Math.toIntExact(number(headers, EPOCH)),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()),
                    Instant.ofEpochMilli(number(headers, ADMITTED)),
                    text(headers, ORIGIN),
                    LogCodec.decode(text(headers, TYPE), Math.toIntExact(number(headers, VERSION)), record.value()));
            if (!read.entry().conversation().toString().equals(record.key())) {
                throw new UnreadableRecord("its key is not its conversation", null);
            }
            return read;
        } catch (UnreadableRecord known) {
            throw known;
        } catch (RuntimeException wrong) {
            throw new UnreadableRecord("its headers are not those of a record of the log", wrong);
        }
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) throw new IllegalArgumentException("no header " + name);
        return new String(header.value(), UTF_8);
    }

    private static long number(Headers headers, String name) {
        return Long.parseLong(text(headers, name));
    }
}
