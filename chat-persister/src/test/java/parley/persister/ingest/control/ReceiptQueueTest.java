package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import parley.log.supervision.Backoff;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.ReadMark;

class ReceiptQueueTest {

    private final Steps steps = new Steps();
    private final List<ReadMark> stored = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final Set<ReadMark> ahead = new HashSet<>();
    private boolean fails;
    private Instant now = Instant.EPOCH;
    private final ReceiptQueue receipts = new ReceiptQueue(
            Duration.ofMillis(250),
            this::store,
            batch -> batch.forEach(arrived -> acknowledged.add(arrived.offset())),
            () -> now,
            new Backoff(new SplittableRandom(1)),
            steps,
            steps);

    @Test
    void the_greatest_of_each_member_is_stored_and_all_are_acknowledged() {
        add(0, 7, 1, 100);
        add(1, 7, 1, 300);
        add(2, 7, 1, 200);
        add(3, 7, 2, 50);
        steps.passTime();
        assertThat(stored).containsExactly(new ReadMark(7, 1, 300), new ReadMark(7, 2, 50));
        assertThat(acknowledged).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void receipts_that_fail_are_kept_and_not_acknowledged() {
        fails = true;
        add(0, 7, 1, 100);
        steps.passTime();
        add(1, 7, 1, 200);
        assertThat(acknowledged).isEmpty();
        fails = false;
        steps.passTime();
        assertThat(stored).containsExactly(new ReadMark(7, 1, 200));
        assertThat(acknowledged).containsExactly(0L, 1L);
    }

    @Test
    void a_receipt_for_a_message_that_is_not_stored_waits() {
        ahead.add(new ReadMark(7, 1, 100));
        add(0, 7, 1, 100);
        add(1, 7, 2, 50);
        steps.passTime();
        assertThat(acknowledged).containsExactly(1L);
        ahead.clear();
        steps.passTime();
        assertThat(stored).contains(new ReadMark(7, 1, 100));
        assertThat(acknowledged).containsExactly(1L, 0L);
    }

    @Test
    void after_fifteen_minutes_a_receipt_is_stored_anyway() {
        ahead.add(new ReadMark(7, 1, 100));
        add(0, 7, 1, 100);
        steps.passTime();
        now = now.plus(Duration.ofMinutes(16));
        steps.passTime();
        assertThat(acknowledged).containsExactly(0L);
    }

    @Test
    void an_unreadable_receipt_is_dropped() {
        receipts.add(arrived(0, "{\"conv\":7,\"user\":-1,\"pos\":1}"));
        receipts.add(arrived(1, null));
        assertThat(acknowledged).containsExactly(0L, 1L);
    }

    private void add(long offset, long conversation, long user, long pos) {
        receipts.add(arrived(offset, "{\"conv\":%d,\"user\":%d,\"pos\":%d}".formatted(conversation, user, pos)));
    }

    private static ChannelRecord arrived(long offset, String value) {
        return new ChannelRecord(new ConsumerRecord<>("chat_receipts", 0, offset, "7", value), Message.of("x"));
    }

    private Set<ReadMark> store(Collection<ReadMark> marks, Set<ReadMark> evenAhead) {
        if (fails) throw new IllegalStateException("the database is down");
        var waiting = new HashSet<>(ahead);
        waiting.retainAll(marks);
        waiting.removeAll(evenAhead);
        marks.stream().filter(mark -> !waiting.contains(mark)).forEach(stored::add);
        return waiting;
    }
}
