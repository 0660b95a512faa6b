package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.log.codec.ReadReceipt;
import parley.web.log.source.InMemoryLog;
import parley.web.log.source.MessageLog;
import parley.web.log.tail.EndOffsets;
import parley.web.message.admission.TestNode;

class ReceiptPublisherTest {

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);
    private final List<ReadReceipt> sent = new ArrayList<>();
    /** Null: the log answers at once. */
    private CompletableFuture<long[]> answer;

    private final EndOffsets ends = new EndOffsets(
            new MessageLog() {
                @Override
                public CompletableFuture<long[]> ends() {
                    return answer == null ? log.ends() : answer;
                }

                @Override
                public List<ConsumerRecord<String, String>> read(
                        int partition, long from, long to, int limit, Duration patience) {
                    throw new AssertionError("receipts need no records");
                }
            },
            System::nanoTime);
    private final ReceiptPublisher receipts = new ReceiptPublisher(
            node.identity, node.members, node.tail.status, node.tail.tail, ends, Runnable::run, receipt -> {
                sent.add(receipt);
                return CompletableFuture.completedFuture(null);
            });

    /** Messages of another node at 0 to {@code last}; this node has not read them. */
    private void othersWrite(int last) {
        for (int i = 0; i <= last; i++) node.append("two", node.message(ADA, "message " + i), now);
    }

    private ReadReceipt back(long place, long end) {
        return new ReadReceipt(TALK, KIM, new Position(place), node.identity.nameOf("phone"), new Position(end));
    }

    private ReadReceipt read(long place, String socket) {
        return ReadReceipt.read(TALK, KIM, new Position(place), node.identity.nameOf(socket));
    }

    @Test
    void a_place_can_be_set_back_to_a_message_that_this_node_has_not_read_yet() {
        othersWrite(5);
        assertThat(receipts.setBack(TALK, KIM, new Position(4), "phone").toCompletableFuture())
                .isCompleted();
        assertThat(sent).containsExactly(back(3, 5));
    }

    @Test
    void a_place_is_not_set_beyond_the_end_of_the_log() {
        othersWrite(5);
        receipts.setBack(TALK, KIM, new Position(100), "phone");
        receipts.setBack(TALK, KIM, new Position(0), "phone");
        assertThat(sent).containsExactly(back(5, 5), back(0, 5));
    }

    @Test
    void a_place_is_not_moved_beyond_what_this_node_has_read() {
        othersWrite(5);
        node.tail.catchUp();
        receipts.read(TALK, KIM, new Position(100), "phone");
        assertThat(sent).containsExactly(read(5, "phone"));
    }

    @Test
    void the_caller_does_not_wait_for_the_log_and_later_reports_of_the_socket_keep_their_order() {
        othersWrite(5);
        node.tail.catchUp();
        answer = new CompletableFuture<>();
        receipts.setBack(TALK, KIM, new Position(3), "phone");
        receipts.read(TALK, KIM, new Position(4), "phone");
        receipts.read(TALK, KIM, new Position(1), "laptop");
        assertThat(sent).containsExactly(read(1, "laptop"));
        answer.complete(new long[] {6});
        assertThat(sent.subList(1, 3)).containsExactly(back(2, 5), read(4, "phone"));
    }

    @Test
    void nothing_is_set_back_if_the_log_does_not_answer() {
        log.down(true);
        assertThat(receipts.setBack(TALK, KIM, new Position(3), "phone").toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(sent).isEmpty();
    }

    @Test
    void strangers_and_nodes_that_are_behind_report_nothing() {
        var stranger = new UserId(9);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> receipts.setBack(TALK, stranger, new Position(3), "phone"))
                .matches(why -> why.why().code().equals("not_found"));
        node.tail.status.recent = false;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> receipts.setBack(TALK, KIM, new Position(3), "phone"))
                .matches(why -> why.why().code().equals("unavailable"));
    }
}
