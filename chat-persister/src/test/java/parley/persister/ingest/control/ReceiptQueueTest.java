package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.identity.Position;
import parley.log.supervision.Backoff;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.Member;
import parley.persister.store.entity.MemberChange;

class ReceiptQueueTest {

    private final Steps steps = new Steps();
    private final List<MemberChange> stored = new ArrayList<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private boolean fails;
    private final ReceiptQueue receipts = new ReceiptQueue(
            Duration.ofMillis(250),
            this::store,
            batch -> batch.forEach(arrived -> acknowledged.add(arrived.offset())),
            new Backoff(new SplittableRandom(1)),
            steps,
            steps);

    @Test
    void the_greatest_of_each_member_is_stored_and_all_are_acknowledged() {
        read(0, 7, 1, 100);
        read(1, 7, 1, 300);
        read(2, 7, 1, 200);
        read(3, 7, 2, 50);
        steps.passTime();
        assertThat(stored).containsExactly(change(1, readTo(2, 300)), change(2, readTo(3, 50)));
        assertThat(acknowledged).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_place_that_is_set_back_replaces_what_was_read_before_and_moves_forward_by_what_is_read_later() {
        read(0, 7, 1, 300);
        unread(1, 7, 1, 100, 350);
        read(2, 7, 1, 120);
        steps.passTime();
        assertThat(stored)
                .containsExactly(
                        change(1, new PlaceChange(2, new Position(120), new Position(350), new Position(300))));
    }

    @Test
    void receipts_that_fail_are_kept_in_their_order_and_not_acknowledged() {
        fails = true;
        unread(0, 7, 1, 100, 350);
        steps.passTime();
        read(1, 7, 1, 200);
        assertThat(acknowledged).isEmpty();
        fails = false;
        steps.passTime();
        assertThat(stored)
                .containsExactly(
                        change(1, new PlaceChange(1, new Position(200), new Position(350), new Position(200))));
        assertThat(acknowledged).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void a_redelivered_receipt_changes_nothing_and_is_acknowledged_again() {
        read(0, 7, 1, 300);
        unread(1, 7, 1, 100, 350);
        read(0, 7, 1, 300);
        steps.passTime();
        assertThat(stored)
                .containsExactly(
                        change(1, new PlaceChange(1, new Position(100), new Position(350), new Position(300))));
        assertThat(acknowledged).containsExactly(0L, 1L, 0L);
    }

    @Test
    void an_unreadable_receipt_is_dropped() {
        receipts.add(arrived(0, "{\"conv\":7,\"user\":-1,\"pos\":1}"));
        receipts.add(arrived(1, null));
        receipts.add(arrived(2, "{\"conv\":7,\"user\":1,\"pos\":1,\"kind\":\"other\"}"));
        assertThat(acknowledged).containsExactly(0L, 1L, 2L);
    }

    private static MemberChange change(long user, PlaceChange change) {
        return new MemberChange(new Member(7, user), change);
    }

    private static PlaceChange readTo(long order, long pos) {
        return PlaceChange.read(order, new Position(pos));
    }

    private void read(long offset, long conversation, long user, long pos) {
        receipts.add(arrived(offset, "{\"conv\":%d,\"user\":%d,\"pos\":%d}".formatted(conversation, user, pos)));
    }

    private void unread(long offset, long conversation, long user, long pos, long end) {
        receipts.add(arrived(
                offset,
                "{\"conv\":%d,\"user\":%d,\"pos\":%d,\"kind\":\"unread\",\"end\":%d}"
                        .formatted(conversation, user, pos, end)));
    }

    private static ChannelRecord arrived(long offset, String value) {
        return new ChannelRecord(new ConsumerRecord<>("chat_receipts", 0, offset, "7", value), Message.of("x"));
    }

    private void store(Collection<MemberChange> changes) {
        if (fails) throw new IllegalStateException("the database is down");
        stored.addAll(changes);
    }
}
