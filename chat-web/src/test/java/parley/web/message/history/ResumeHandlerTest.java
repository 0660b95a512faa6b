package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.CatchUpQueries;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.EventDetail;
import parley.web.log.source.InMemoryLog;
import parley.web.message.admission.TestNode;
import parley.web.socket.session.CatchUpReplay;
import parley.web.socket.session.ReplaySource;

class ResumeHandlerTest {

    private static final int SENT = 10;
    private static final int PER_CONVERSATION = 8;
    private static final ConversationId OTHER = new ConversationId(8);

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);
    private final Rows rows = new Rows();
    private final ResumeHandler resumeHandler = new ResumeHandler(
            node.tail.tail,
            node.database,
            rows,
            node.members,
            node.readers,
            node.identity,
            new Quotes(node.tail.tail, node.database, new StoredHistory(), node.identity),
            PER_CONVERSATION,
            100);

    /** How many items the database has after a position. */
    private static final class Rows extends CatchUpQueries {

        private long nextOffset;
        private int items;

        @Override
        public Map<ConversationId, Instant> lastActive(Collection<ConversationId> conversations) {
            return Map.of(TALK, Instant.EPOCH);
        }

        @Override
        public Extent extent(
                ConversationId conversation, Position after, Position before, int partition, int epoch, int most) {
            return new Extent(nextOffset, Math.min(most, items));
        }
    }

    @BeforeEach
    void ten_messages_are_sent() {
        for (int i = 0; i < SENT; i++) node.send(node.message(ADA, "message " + i));
    }

    private ResumeHandler.Decision resume(UserId user, ConversationId conversation, long held) {
        return resumeHandler.ask(user, Map.of(conversation, new Position(held))).decide();
    }

    @Test
    void a_client_that_missed_nothing_is_recovered_with_nothing_to_replay() {
        var decision = resume(KIM, TALK, SENT - 1);
        assertThat(decision.recovered()).containsOnly(Map.entry(TALK, true));
        assertThat(decision.behind()).isEmpty();
    }

    @Test
    void missed_items_come_from_the_tail_in_order_without_the_database() {
        node.database.down = true;
        var decision = resume(KIM, TALK, 6);
        assertThat(decision.recovered()).containsEntry(TALK, true);
        var missed = new CatchUpReplay(decision.missed(), decision.behind());
        assertThat(missed.isLive(TALK)).isFalse();
        var frames = ((ReplaySource.Pulled.Frames) missed.pull()).frames();
        assertThat(frames).hasSize(3);
        assertThat(frames.getFirst()).contains("message 7");
        assertThat(missed.pull()).isInstanceOf(ReplaySource.Pulled.End.class);
        assertThat(missed.isLive(TALK)).isTrue();
    }

    @Test
    void missed_items_have_later_changes_folded_in() {
        node.send(node.change(ADA, new EventDetail.Revoked(new Position(9))));
        var decision = resume(KIM, TALK, 8);
        var missed = new CatchUpReplay(decision.missed(), decision.behind());
        var frames = ((ReplaySource.Pulled.Frames) missed.pull()).frames();
        assertThat(frames).hasSize(2).noneMatch(frame -> frame.contains("message 9"));
    }

    @Test
    void a_client_that_missed_more_than_may_be_replayed_reloads_the_conversation() {
        assertThat(resume(KIM, TALK, 1).recovered()).containsEntry(TALK, true);
        assertThat(resume(KIM, TALK, 0).recovered()).containsEntry(TALK, false);
    }

    @Test
    void a_user_who_is_not_a_member_is_not_recovered() {
        assertThat(resume(new UserId(9), TALK, SENT - 1).recovered()).containsEntry(TALK, false);
        assertThat(resume(KIM, OTHER, 0).recovered()).containsEntry(OTHER, false);
    }

    @Test
    void items_that_the_tail_dropped_are_counted_in_the_database() {
        dropStored();
        rows.nextOffset = SENT;
        rows.items = PER_CONVERSATION - 1;
        assertThat(resume(KIM, TALK, 1).recovered()).containsEntry(TALK, true);
        rows.items = PER_CONVERSATION + 1;
        assertThat(resume(KIM, TALK, 1).recovered()).containsEntry(TALK, false);
    }

    @Test
    void a_gap_between_the_database_and_the_tail_cannot_be_replayed() {
        dropStored();
        rows.nextOffset = 2;
        assertThat(resume(KIM, TALK, 1).recovered()).containsEntry(TALK, false);
    }

    @Test
    void without_the_database_a_client_beyond_the_tail_is_not_recovered() {
        dropStored();
        node.database.down = true;
        assertThat(resume(KIM, TALK, 1).recovered()).containsEntry(TALK, false);
        assertThat(resume(KIM, TALK, SENT - 1).recovered()).containsEntry(TALK, true);
    }

    private void dropStored() {
        node.tail.store(PARTITION, SENT, now);
        assertThat(node.tail.tail.snapshot(node.tail.tail.partition(TALK), TALK).items())
                .hasSize(1);
    }

    @Test
    void a_member_who_may_not_read_what_was_before_loads_the_conversation_again() {
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 3, true, 3), new Position(6));
        assertThat(resume(KIM, TALK, 3).recovered()).containsOnly(Map.entry(TALK, false));
        assertThat(resume(KIM, TALK, 3).behind()).isEmpty();
        assertThat(resume(KIM, TALK, 5).recovered()).containsOnly(Map.entry(TALK, false));
        assertThat(resume(KIM, TALK, 6).recovered()).containsOnly(Map.entry(TALK, true));
    }

    @Test
    void an_edit_of_what_a_member_may_not_read_has_no_text_in_the_catch_up() {
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 3, true, 3), new Position(6));
        node.send(node.change(ADA, new EventDetail.Edited(new Position(2), "secret")));
        node.send(node.change(ADA, new EventDetail.Edited(new Position(7), "open")));
        var replay = new CatchUpReplay(
                resume(KIM, TALK, 9).missed(), resume(KIM, TALK, 9).behind());
        var frames = String.join("\n", ((ReplaySource.Pulled.Frames) replay.pull()).frames());
        assertThat(frames)
                .contains("\"pos\":2,\"prev\":9,\"at\":10")
                .doesNotContain("secret")
                .contains("open");
    }

    @Test
    void who_leaves_and_joins_again_during_a_catch_up_gets_nothing_from_before_joining() {
        var decision = resume(KIM, TALK, 4);
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, null, 2, true, 2), new Position(6));
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 3, true, 3), new Position(8));
        var replay = new CatchUpReplay(decision.missed(), decision.behind());
        var frames = String.join("\n", ((ReplaySource.Pulled.Frames) replay.pull()).frames());
        assertThat(frames).contains("message 8", "message 9").doesNotContain("message 5", "message 6", "message 7");
    }

    @Test
    void who_left_gets_nothing_more_of_a_catch_up() {
        var decision = resume(KIM, TALK, 4);
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, null, 2, true, 2), new Position(6));
        assertThat(decision.missed().page(TALK, new Position(4), () -> {}).items())
                .isEmpty();
        var replay = new CatchUpReplay(decision.missed(), decision.behind());
        assertThat(replay.pull()).isInstanceOf(ReplaySource.Pulled.End.class);
    }
}
