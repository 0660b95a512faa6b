package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.log.supervision.Backoff;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.WriteResult;

class PartitionQueueTest {

    private final Steps steps = new Steps();
    private final List<List<Long>> written = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private boolean fails;
    private WriteResult.Stopped stop;
    private final PartitionQueue lane = new PartitionQueue(
            3,
            5,
            Duration.ofMillis(20),
            this::write,
            this::acknowledge,
            new Backoff(new SplittableRandom(1)),
            steps,
            steps);

    @Test
    void a_full_batch_is_handled_at_once() {
        add(0, 5);
        steps.runReady();
        assertThat(written).containsExactly(List.of(0L, 1L, 2L, 3L, 4L));
    }

    @Test
    void a_batch_that_is_not_full_is_handled_after_the_batch_time() {
        add(0, 2);
        steps.runReady();
        assertThat(written).isEmpty();
        steps.passTime();
        assertThat(written).containsExactly(List.of(0L, 1L));
    }

    @Test
    void records_are_acknowledged_in_order_and_only_after_they_are_handled() {
        add(0, 7);
        assertThat(acknowledged).isEmpty();
        steps.runReady();
        assertThat(acknowledged).containsExactly(0L, 1L, 2L, 3L, 4L);
        steps.passTime();
        assertThat(acknowledged).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_failed_batch_is_kept_and_retried_in_order() {
        fails = true;
        add(0, 5);
        steps.runReady();
        add(5, 12);
        steps.runReady();
        assertThat(written).hasSize(1);
        assertThat(acknowledged).isEmpty();
        assertThat(lane.status().trouble()).contains("the database is down");
        fails = false;
        steps.passTime();
        assertThat(written.get(1)).containsExactly(0L, 1L, 2L, 3L, 4L);
        steps.passTime();
        assertThat(acknowledged).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(lane.status().trouble()).isNull();
    }

    @Test
    void the_delay_between_retries_increases() {
        fails = true;
        add(0, 5);
        steps.runReady();
        for (int i = 0; i < 8; i++) steps.passTime();
        assertThat(steps.timers)
                .singleElement()
                .satisfies(timer -> assertThat(timer.delay()).isGreaterThan(Duration.ofSeconds(4)));
    }

    @Test
    void a_batch_ends_before_a_missing_offset() {
        add(0, 2);
        add(4, 6);
        steps.passTime();
        steps.passTime();
        assertThat(written).containsExactly(List.of(0L, 1L), List.of(4L, 5L));
    }

    @Test
    void a_batch_ends_where_offsets_go_back() {
        add(3, 5);
        add(2, 4);
        steps.passTime();
        steps.passTime();
        assertThat(written).containsExactly(List.of(3L, 4L), List.of(2L, 3L));
    }

    @Test
    void records_of_a_stopped_partition_are_acknowledged() {
        stop = new WriteResult.Stopped("the log begins later");
        add(0, 5);
        steps.runReady();
        assertThat(acknowledged).hasSize(5);
        assertThat(lane.status().stopped()).isEqualTo("the log begins later");
        stop = null;
        add(5, 10);
        steps.runReady();
        assertThat(lane.status().stopped()).isNull();
    }

    private void add(long from, long to) {
        for (long offset = from; offset < to; offset++) lane.add(Records.arrived(offset));
    }

    private WriteResult write(List<ConsumerRecord<String, String>> records) {
        written.add(Records.offsets(records));
        if (fails) throw new IllegalStateException("the database is down");
        return stop != null ? stop : new WriteResult.Stored(records.getLast().offset() + 1, BatchCounts.NOTHING);
    }

    private void acknowledge(List<ChannelRecord> batch) {
        batch.forEach(arrived -> acknowledged.add(arrived.offset()));
    }
}
