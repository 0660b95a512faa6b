package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.log.entity.LogPosition;
import parley.log.range.RangeLost;
import parley.log.topic.AnotherLog;
import parley.log.topic.LogIdentity;
import parley.log.topic.LogIdentityMonitor;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.LogMismatch;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.UnstorableRecord;
import parley.persister.store.entity.WriteResult;

class BatchProcessorTest {

    private static final LogIdentity LOG = new LogIdentity("topic", 12, 0);

    private final InMemoryStore store = new InMemoryStore();
    private final List<Long> letters = new ArrayList<>();
    private final List<Long> announced = new ArrayList<>();
    private long logBegins;
    private LogIdentity current = LOG;
    private int identityRequests;
    private int rangeReads;
    private long nanos;
    private Instant now = Instant.EPOCH;
    private final LogIdentityMonitor monitor = new LogIdentityMonitor(LOG, this::identity, () -> nanos);
    private final BatchProcessor processor = processor((partition, from, to, limit) -> {
        rangeReads++;
        if (from < logBegins) throw new RangeLost(partition, from, logBegins);
        return Records.range(from, Math.min(to, from + limit));
    });

    private BatchProcessor processor(BatchProcessor.LogRanges ranges) {
        BisectingStore.CommitListener commits = (partition, stored) -> announced.add(stored.nextOffset());
        return new BatchProcessor(
                new BisectingStore(store, LOG, (record, reason) -> letters.add(record.offset()), commits),
                monitor,
                ranges,
                commits,
                4,
                () -> now);
    }

    private LogIdentity identity() {
        identityRequests++;
        return current;
    }

    @Test
    void a_batch_is_stored() {
        assertThat(processor.handle(Records.range(0, 3))).isEqualTo(stored(3));
        assertThat(store.stored).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_missing_range_is_read_from_the_log_first() {
        assertThat(processor.handle(Records.range(10, 12))).isEqualTo(stored(12));
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void a_partition_stops_if_the_log_no_longer_has_the_range() {
        logBegins = 5;
        assertThat(processor.handle(Records.range(10, 12))).isInstanceOf(WriteResult.Stopped.class);
        assertThat(store.stored).isEmpty();
    }

    @Test
    void a_missing_offset_in_the_log_stops_the_partition() {
        var holed = processor((partition, from, to, limit) -> Records.range(from + 1, to));
        assertThat(holed.handle(Records.range(10, 12))).isInstanceOf(WriteResult.Stopped.class);
    }

    @Test
    void only_the_record_at_fault_is_parked_and_the_others_are_stored_in_order() {
        store.tooLong.add(5L);
        assertThat(processor.handle(Records.range(0, 9))).isEqualTo(stored(9));
        assertThat(letters).containsExactly(5L);
        assertThat(store.parked).containsExactly(5L);
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 6L, 7L, 8L);
    }

    @Test
    void a_record_named_by_the_error_is_isolated_at_once() {
        store.unfit.add(6L);
        processor.handle(Records.range(0, 8));
        assertThat(letters).containsExactly(6L);
        assertThat(store.calls).isEqualTo(5);
    }

    @Test
    void several_records_at_fault_are_all_parked() {
        store.tooLong.addAll(Set.of(0L, 3L, 4L));
        store.unfit.add(7L);
        processor.handle(Records.range(0, 8));
        assertThat(letters).containsExactly(0L, 3L, 4L, 7L);
        assertThat(store.stored).containsExactly(1L, 2L, 5L, 6L);
    }

    @Test
    void a_duplicate_key_is_not_a_data_error() {
        store.duplicate = true;
        assertThatThrownBy(() -> processor.handle(Records.range(0, 2))).hasRootCauseInstanceOf(SQLException.class);
        assertThat(letters).isEmpty();
    }

    @Test
    void a_record_below_the_next_offset_is_not_parked_again() {
        store.unfit.add(1L);
        processor.handle(Records.range(0, 2));
        processor.handle(Records.range(0, 2));
        assertThat(letters).containsExactly(1L);
    }

    @Test
    void a_batch_of_another_log_is_retried_and_not_skipped() {
        store.refuses = true;
        assertThatThrownBy(() -> processor.handle(Records.range(0, 2))).hasMessage("another log");
    }

    @Test
    void every_commit_is_announced() {
        processor.handle(Records.range(6, 8));
        assertThat(announced).containsExactly(4L, 6L, 8L);
    }

    @Test
    void a_catch_up_stores_the_range_and_announces_its_end() {
        assertThat(processor.catchUp(3, 0, 6)).isEqualTo(stored(6));
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(announced).endsWith(6L);
    }

    @Test
    void an_empty_catch_up_announces_the_offset_of_a_repair() {
        processor.catchUp(3, 9, 9);
        assertThat(announced).containsExactly(9L);
    }

    @Test
    void a_catch_up_of_a_range_that_the_log_lost_stops_the_partition() {
        logBegins = 5;
        assertThat(processor.catchUp(3, 0, 6)).isInstanceOf(WriteResult.Stopped.class);
        assertThat(announced).isEmpty();
    }

    @Test
    void while_offsets_are_consecutive_the_broker_confirms_the_log_every_few_seconds() {
        for (int i = 0; i < 100; i++) {
            nanos += Duration.ofMillis(100).toNanos();
            processor.handle(Records.range(i, i + 1));
        }
        assertThat(identityRequests).isBetween(2, 3);
    }

    @Test
    void when_offsets_go_back_nothing_is_stored_before_the_broker_confirms_the_log_again() {
        store.next = 50;
        processor.handle(Records.range(50, 60));
        current = new LogIdentity("two", 12, 0);
        nanos++;
        assertThatThrownBy(() -> processor.handle(Records.range(0, 5))).isInstanceOf(AnotherLog.class);
        assertThatThrownBy(() -> processor.handle(Records.range(60, 61))).isInstanceOf(AnotherLog.class);
        assertThat(store.stored).containsExactlyElementsOf(Records.offsets(Records.range(50, 60)));
        assertThat(store.calls).isEqualTo(1);
    }

    @Test
    void redelivered_records_of_the_same_log_are_handled_again() {
        processor.handle(Records.range(0, 5));
        nanos++;
        assertThat(processor.handle(Records.range(0, 5))).isEqualTo(stored(5));
        assertThat(identityRequests).isEqualTo(2);
    }

    @Test
    void while_the_log_does_not_match_the_database_nothing_is_stored() {
        monitor.compare(List.of(new LogPosition(12, "topic", 0)), Map.of());
        assertThatThrownBy(() -> processor.handle(Records.range(0, 5))).isInstanceOf(AnotherLog.class);
        assertThatThrownBy(() -> processor.catchUp(3, 0, 5)).isInstanceOf(AnotherLog.class);
        assertThat(store.calls).isZero();
        monitor.compare(List.of(), Map.of());
        processor.handle(Records.range(0, 5));
        assertThat(store.stored).hasSize(5);
    }

    @Test
    void a_range_is_not_stored_before_the_broker_confirms_the_log_after_reading_it() {
        var replacing = processor((partition, from, to, limit) -> {
            nanos++;
            current = new LogIdentity("two", 12, 0);
            return Records.range(from, to);
        });
        assertThatThrownBy(() -> replacing.handle(Records.range(2, 4))).isInstanceOf(AnotherLog.class);
        assertThat(store.stored).isEmpty();
    }

    @Test
    void a_stopped_partition_does_not_read_the_log_for_each_batch() {
        logBegins = 5;
        var stopped = processor.handle(Records.range(10, 11));
        assertThat(processor.handle(Records.range(11, 12))).isEqualTo(stopped);
        assertThat(rangeReads).isEqualTo(1);
    }

    @Test
    void a_stopped_partition_is_retried_after_ten_seconds_and_continues_if_possible() {
        logBegins = 5;
        processor.handle(Records.range(10, 11));
        now = now.plus(Duration.ofSeconds(11));
        store.next = 5;
        assertThat(processor.handle(Records.range(11, 12))).isEqualTo(stored(12));
        assertThat(processor.handle(Records.range(12, 13))).isEqualTo(stored(13));
    }

    private static WriteResult stored(long nextOffset) {
        return new WriteResult.Stored(nextOffset, BatchCounts.NOTHING);
    }

    /** Replaces the database and records the calls. */
    private static final class InMemoryStore extends BatchStore {

        final List<Long> stored = new ArrayList<>();
        final List<Long> parked = new ArrayList<>();
        final Set<Long> tooLong = new HashSet<>();
        final Set<Long> unfit = new HashSet<>();
        boolean duplicate;
        boolean refuses;
        int calls;
        long next;

        @Override
        public WriteResult store(PartitionBatch batch, LogIdentity log) {
            calls++;
            if (refuses) throw new LogMismatch("another log");
            if (batch.begin() > next) return new WriteResult.Gap(next);
            var offsets = Records.offsets(batch.from(next));
            if (duplicate) throw new IllegalStateException(new SQLException("Duplicate entry", "23000", 1062));
            for (var offset : offsets) {
                if (unfit.contains(offset)) throw new UnstorableRecord(offset, "not readable", null);
            }
            if (offsets.stream().anyMatch(tooLong::contains)) {
                throw new IllegalStateException(new SQLException("Data too long", "22001", 1406));
            }
            stored.addAll(offsets);
            next = Math.max(next, batch.end());
            return new WriteResult.Stored(next, BatchCounts.NOTHING);
        }

        @Override
        public WriteResult park(ConsumerRecord<String, String> record, LogIdentity log, boolean placeholder) {
            assertThat(record.offset()).isEqualTo(next);
            parked.add(record.offset());
            next++;
            return new WriteResult.Stored(next, BatchCounts.NOTHING);
        }
    }
}
