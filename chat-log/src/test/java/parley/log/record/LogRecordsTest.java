package parley.log.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.log.topic.LogIdentity;
import parley.log.trace.TraceContext;

class LogRecordsTest {

    private static final Instant ADMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final LogIdentity LOG = new LogIdentity("topic", 12, 2);

    private final LogEntry entry =
            new LogEntry.Message(new ConversationId(7), Cid.at(ADMITTED), new UserId(1), new Body("hi"), null);
    private final ProducerRecord<String, String> written = LogRecords.write(entry, 3, LOG.epoch(), ADMITTED, "a node");

    @Test
    void a_record_is_read_as_it_was_written() {
        var read = LogRecords.read(appended(ADMITTED.plusSeconds(1)));
        assertThat(read.entry()).isEqualTo(entry);
        assertThat(read.origin()).isEqualTo("a node");
        assertThat(read.pos().epoch()).isEqualTo(2);
        assertThat(read.pos().offset()).isEqualTo(41);
    }

    @Test
    void a_record_appended_more_than_a_minute_after_its_admission_is_void() {
        assertThat(LogRecords.read(appended(ADMITTED.plusSeconds(60))).isVoid()).isFalse();
        assertThat(LogRecords.read(appended(ADMITTED.plusMillis(60_001))).isVoid())
                .isTrue();
    }

    @Test
    void a_record_without_the_required_headers_is_unreadable() {
        var foreign = new ConsumerRecord<>("t", 0, 1L, "k", "v");
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogRecords.read(foreign));
    }

    @Test
    void a_conversation_has_the_partition_that_kafka_would_choose() {
        for (long id = 1; id < 500; id++) {
            var key = Long.toString(id).getBytes(StandardCharsets.UTF_8);
            assertThat(LogRecords.partition(new ConversationId(id), 12))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
        }
    }

    @Test
    void every_record_carries_its_trace() {
        var trace = TraceContext.random();
        try (var scope = trace.open()) {
            var traced = LogRecords.write(entry, 3, LOG.epoch(), ADMITTED, "a node");
            assertThat(traced.headers().lastHeader("traceparent").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(trace.toString());
        }
        assertThat(TraceContext.parse(
                        new String(written.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8)))
                .isPresent();
    }

    @Test
    void a_record_without_a_trace_is_readable() {
        assertThat(LogRecords.read(hostile(headers -> headers.remove("traceparent")))
                        .entry())
                .isEqualTo(entry);
    }

    static Stream<Consumer<Headers>> hostileHeaders() {
        return Stream.of(
                set("epoch", "8192"),
                set("epoch", "2147483647"),
                set("epoch", "-1"),
                set("epoch", "99999999999999999999"),
                set("epoch", "1.0"),
                set("epoch", ""),
                set("epoch", null),
                headers -> headers.remove("epoch"),
                set("version", "2"),
                set("version", null),
                set("type", null),
                set("type", "tick"),
                set("type", ""),
                set("admitted", "-1"),
                set("admitted", "9223372036854775808"),
                set("admitted", null),
                set("origin", null),
                headers -> headers.remove("origin"));
    }

    @ParameterizedTest
    @MethodSource("hostileHeaders")
    void invalid_headers_make_a_record_unreadable(Consumer<Headers> change) {
        unreadable(hostile(change));
    }

    @Test
    void a_record_in_the_partition_of_another_conversation_is_unreadable() {
        assertThat(LogRecords.read(appended(ADMITTED), 12).entry()).isEqualTo(entry);
        for (int p = 0; p < 12; p++) {
            var placed = record(p, 41, 1, "7", written.value(), written.headers());
            if (p == written.partition())
                assertThat(LogRecords.read(placed, 12)).isNotNull();
            else assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogRecords.read(placed, 12));
        }
        unreadable(record(written.partition(), 41, 1, "8", written.value(), written.headers()));
        unreadable(record(written.partition(), 41, 1, null, written.value(), written.headers()));
    }

    @Test
    void a_tombstone_a_place_out_of_range_and_a_time_before_1970_are_unreadable() {
        unreadable(record(written.partition(), 41, 1, "7", null, written.headers()));
        unreadable(record(written.partition(), 1L << 40, 1, "7", written.value(), written.headers()));
        unreadable(record(written.partition(), 41, -1, "7", written.value(), written.headers()));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(
                        () -> LogRecords.read(record(written.partition(), 41, 1, null, null, new RecordHeaders()), 12));
    }

    @Test
    void a_record_with_random_content_is_readable_or_unreadable() {
        var random = new Random(12);
        for (int i = 0; i < 50_000; i++) {
            var headers = new RecordHeaders();
            written.headers().forEach(header -> {
                if (random.nextInt(8) > 0)
                    headers.add(header.key(), random.nextInt(4) > 0 ? header.value() : noise(random));
            });
            var value = random.nextInt(3) > 0 ? written.value() : noiseText(random);
            var key = random.nextInt(3) > 0 ? written.key() : noiseText(random);
            long offset = random.nextBoolean() ? 41 : random.nextLong() >>> random.nextInt(64);
            var record = record(random.nextInt(12), offset, random.nextLong(), key, value, headers);
            try {
                var read = random.nextBoolean() ? LogRecords.read(record) : LogRecords.read(record, 12);
                assertThat(read.pos()).isNotNull();
                assertThat(read.isVoid()).isIn(true, false);
            } catch (UnreadableRecord unreadable) {
                assertThat(unreadable.getMessage()).isNotBlank();
            }
        }
    }

    private static byte[] noise(Random random) {
        if (random.nextInt(5) == 0) return null;
        var bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String noiseText(Random random) {
        var bytes = noise(random);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Consumer<Headers> set(String name, String value) {
        return headers -> headers.remove(name).add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static void unreadable(ConsumerRecord<String, String> record) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogRecords.read(record));
    }

    private ConsumerRecord<String, String> hostile(Consumer<Headers> change) {
        var headers = new RecordHeaders(written.headers());
        change.accept(headers);
        return record(written.partition(), 41, 1, written.key(), written.value(), headers);
    }

    private static ConsumerRecord<String, String> record(
            int partition, long offset, long timestamp, String key, String value, Headers headers) {
        return new ConsumerRecord<>(
                "chat_messages",
                partition,
                offset,
                timestamp,
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                key,
                value,
                headers,
                Optional.empty());
    }

    private ConsumerRecord<String, String> appended(Instant at) {
        return new ConsumerRecord<>(
                written.topic(),
                written.partition(),
                41,
                at.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                written.key(),
                written.value(),
                new RecordHeaders(written.headers()),
                Optional.empty());
    }
}
