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
import parley.persister.ingest.entity.Written;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.Outcome;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.Tally;
import parley.persister.store.entity.UnfitRecord;

class WriterTest {

    private static final LogIdentity LOG = new LogIdentity("topic", 12, 0);

    private final InMemoryStore store = new InMemoryStore();
    private final List<Long> letters = new ArrayList<>();
    private long logBegins;
    private final Writer writer = new Writer(
            store,
            LOG,
            (partition, from, to, limit) -> {
                if (from < logBegins) throw new RangeLost(partition, from, logBegins);
                return Records.range(from, Math.min(to, from + limit));
            },
            (record, reason) -> letters.add(record.offset()),
            tally -> {},
            4);

    @Test
    void a_batch_is_stored_whole() {
        assertThat(writer.write(Records.range(0, 3))).isEqualTo(new Written.Done(3));
        assertThat(store.stored).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_range_that_is_missing_is_read_from_the_log_first() {
        assertThat(writer.write(Records.range(10, 12))).isEqualTo(new Written.Done(12));
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }

    @Test
    void where_the_log_no_longer_has_the_range_the_partition_stops() {
        logBegins = 5;
        assertThat(writer.write(Records.range(10, 12))).isInstanceOf(Written.Stopped.class);
        assertThat(store.stored).isEmpty();
    }

    @Test
    void a_hole_in_the_log_itself_stops_the_partition() {
        var holed = new Writer(
                store, LOG, (p, from, to, limit) -> Records.range(from + 1, to), (r, why) -> {}, tally -> {}, 4);
        assertThat(holed.write(Records.range(10, 12))).isInstanceOf(Written.Stopped.class);
    }

    @Test
    void only_the_record_at_fault_is_parked_and_the_others_are_stored_in_order() {
        store.tooLong.add(5L);
        assertThat(writer.write(Records.range(0, 9))).isEqualTo(new Written.Done(9));
        assertThat(letters).containsExactly(5L);
        assertThat(store.parked).containsExactly(5L);
        assertThat(store.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 6L, 7L, 8L);
    }

    @Test
    void a_record_that_is_named_is_found_at_once() {
        store.unfit.add(6L);
        writer.write(Records.range(0, 8));
        assertThat(letters).containsExactly(6L);
        assertThat(store.calls).isEqualTo(5);
    }

    @Test
    void several_at_fault_are_all_parked() {
        store.tooLong.addAll(Set.of(0L, 3L, 4L));
        store.unfit.add(7L);
        writer.write(Records.range(0, 8));
        assertThat(letters).containsExactly(0L, 3L, 4L, 7L);
        assertThat(store.stored).containsExactly(1L, 2L, 5L, 6L);
    }

    @Test
    void a_duplicate_key_is_no_error_of_the_data() {
        store.duplicate = true;
        assertThatThrownBy(() -> writer.write(Records.range(0, 2))).hasRootCauseInstanceOf(SQLException.class);
        assertThat(letters).isEmpty();
    }

    @Test
    void what_is_below_the_next_offset_is_not_parked_again() {
        store.unfit.add(1L);
        writer.write(Records.range(0, 2));
        writer.write(Records.range(0, 2));
        assertThat(letters).containsExactly(1L);
    }

    @Test
    void another_log_is_tried_again_and_not_passed_over() {
        store.refuses = true;
        assertThatThrownBy(() -> writer.write(Records.range(0, 2))).hasMessage("another log");
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
        public Outcome store(PartitionBatch batch, LogIdentity log) {
            calls++;
            if (refuses) return new Outcome.Refused("another log");
            if (batch.begin() > next) return new Outcome.Gap(next);
            var offsets = Records.offsets(batch.from(next));
            if (duplicate) throw new IllegalStateException(new SQLException("Duplicate entry", "23000", 1062));
            for (var offset : offsets) {
                if (unfit.contains(offset)) throw new UnfitRecord(offset, "not readable", null);
            }
            if (offsets.stream().anyMatch(tooLong::contains)) {
                throw new IllegalStateException(new SQLException("Data too long", "22001", 1406));
            }
            stored.addAll(offsets);
            next = Math.max(next, batch.end());
            return new Outcome.Stored(next, Tally.NOTHING);
        }

        @Override
        public Outcome park(ConsumerRecord<String, String> record, LogIdentity log, boolean placeholder) {
            assertThat(record.offset()).isEqualTo(next);
            parked.add(record.offset());
            next++;
            return new Outcome.Stored(next, Tally.NOTHING);
        }
    }
}
