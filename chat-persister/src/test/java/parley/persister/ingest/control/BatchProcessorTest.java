package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.log.range.RangeLost;
import parley.log.topic.LogIdentity;
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
    private final BatchProcessor processor = new BatchProcessor(
            store,
            LOG,
            (partition, from, to, limit) -> {
                if (from < logBegins) throw new RangeLost(partition, from, logBegins);
                return Records.range(from, Math.min(to, from + limit));
            },
            (record, reason) -> letters.add(record.offset()),
            (partition, stored) -> announced.add(stored.nextOffset()),
            4);

    @Test
    void a_batch_is_stored_whole() {
        assertThat(processor.handle(Records.range(0, 3))).isEqualTo(stored(3));
        assertThat(store.stored).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_range_that_is_missing_is_read_from_the_log_first() {
        assertThat(processor.handle(Records.range(10, 12))).isEqualTo(stored(12));
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void where_the_log_no_longer_has_the_range_the_partition_stops() {
        logBegins = 5;
        assertThat(processor.handle(Records.range(10, 12))).isInstanceOf(WriteResult.Stopped.class);
        assertThat(store.stored).isEmpty();
    }

    @Test
    void a_hole_in_the_log_itself_stops_the_partition() {
        var holed = new BatchProcessor(
                store, LOG, (p, from, to, limit) -> Records.range(from + 1, to), (r, why) -> {}, (p, stored) -> {}, 4);
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
    void a_record_that_is_named_is_found_at_once() {
        store.unfit.add(6L);
        processor.handle(Records.range(0, 8));
        assertThat(letters).containsExactly(6L);
        assertThat(store.calls).isEqualTo(5);
    }

    @Test
    void several_at_fault_are_all_parked() {
        store.tooLong.addAll(Set.of(0L, 3L, 4L));
        store.unfit.add(7L);
        processor.handle(Records.range(0, 8));
        assertThat(letters).containsExactly(0L, 3L, 4L, 7L);
        assertThat(store.stored).containsExactly(1L, 2L, 5L, 6L);
    }

    @Test
    void a_duplicate_key_is_no_error_of_the_data() {
        store.duplicate = true;
        assertThatThrownBy(() -> processor.handle(Records.range(0, 2))).hasRootCauseInstanceOf(SQLException.class);
        assertThat(letters).isEmpty();
    }

    @Test
    void what_is_below_the_next_offset_is_not_parked_again() {
        store.unfit.add(1L);
        processor.handle(Records.range(0, 2));
        processor.handle(Records.range(0, 2));
        assertThat(letters).containsExactly(1L);
    }

    @Test
    void another_log_is_tried_again_and_not_passed_over() {
        store.refuses = true;
        assertThatThrownBy(() -> processor.handle(Records.range(0, 2))).hasMessage("another log");
    }

    @Test
    void every_commit_is_told() {
        processor.handle(Records.range(6, 8));
        assertThat(announced).containsExactly(4L, 6L, 8L);
    }

    @Test
    void a_catch_up_stores_the_range_and_tells_how_far_it_came() {
        assertThat(processor.catchUp(3, 0, 6)).isEqualTo(stored(6));
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(announced).endsWith(6L);
    }

    @Test
    void a_catch_up_of_nothing_tells_where_a_repair_moved_to() {
        processor.catchUp(3, 9, 9);
        assertThat(announced).containsExactly(9L);
    }

    @Test
    void a_catch_up_of_a_range_that_the_log_lost_stops_the_partition() {
        logBegins = 5;
        assertThat(processor.catchUp(3, 0, 6)).isInstanceOf(WriteResult.Stopped.class);
        assertThat(announced).isEmpty();
    }

    private static WriteResult stored(long nextOffset) {
        return new WriteResult.Stored(nextOffset, BatchCounts.NOTHING);
    }

    /** Stands in for the database: what counts here is what is asked of it. */
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
