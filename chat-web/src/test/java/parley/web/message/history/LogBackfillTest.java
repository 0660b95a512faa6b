package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refused;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TailItem;
import parley.web.message.admission.TestNode;

class LogBackfillTest {

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);
    private final LogBackfill backfill = new LogBackfill(log, node.tail.tail);

    @Test
    void it_reads_the_items_of_one_conversation_in_log_order() {
        append(node.message(ADA, "one"));
        append(new LogEntry.Message(new ConversationId(8), Cid.at(now), ADA, new Body("elsewhere"), null));
        append(node.message(KIM, "two"));
        assertThat(positions(0, 3)).containsExactly(0L, 2L);
    }

    @Test
    void repeats_void_records_and_unshown_member_records_are_left_out() {
        var message = node.message(ADA, "once");
        append(message);
        append(message);
        node.append("two", node.message(ADA, "void"), now.minusSeconds(61));
        append(node.change(ADA, new EventDetail.MemberChanged(KIM, Role.MEMBER, 1, false)));
        append(node.change(ADA, new EventDetail.MemberChanged(KIM, Role.OWNER, 2, true)));
        assertThat(positions(0, 5)).containsExactly(0L, 4L);
    }

    @Test
    void a_repeat_known_to_the_tail_is_left_out_even_if_its_first_record_is_outside_the_range() {
        var message = node.message(ADA, "once");
        append(message);
        node.tail.catchUp();
        append(message);
        append(node.message(ADA, "two"));
        assertThat(positions(1, 3)).containsExactly(2L);
    }

    @Test
    void nothing_changes_a_revoked_message_wherever_the_revoke_was_read() {
        append(node.message(ADA, "oops"));
        append(node.change(ADA, new EventDetail.Revoked(new Position(0))));
        append(node.change(ADA, new EventDetail.Edited(new Position(0), "better")));
        assertThat(positions(0, 3)).containsExactly(0L, 1L);
        node.tail.catchUp();
        append(node.change(ADA, new EventDetail.Edited(new Position(0), "better still")));
        assertThat(positions(2, 4)).isEmpty();
    }

    @Test
    void a_range_that_the_log_cannot_return_is_unavailable() {
        append(node.message(ADA, "one"));
        append(node.message(ADA, "two"));
        log.trim(PARTITION, 1);
        assertUnavailable(0, 2);
        log.down(true);
        assertUnavailable(1, 2);
        assertUnavailable(0, 60_000);
    }

    private void append(LogEntry entry) {
        node.append("two", entry, now);
    }

    private List<Long> positions(long from, long to) {
        return backfill.read(TALK, PARTITION, from, to).stream()
                .map(TailItem::pos)
                .map(pos -> pos.value())
                .toList();
    }

    private void assertUnavailable(long from, long to) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> backfill.read(TALK, PARTITION, from, to))
                .matches(why -> why.why().code().equals("unavailable"));
    }
}
