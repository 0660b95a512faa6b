package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.TestTail;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.admission.TestNode;

/** The {@link TestNode} writes; another node with its own tail reads pages. */
class MessageHistoryTest {

    private static final int SENT = 10;
    private static final UserId STRANGER = new UserId(9);
    private static final GroupAttributes LIMITED = GroupAttributes.titled("talk")
            .with(new AttributeChange(null, null, null, null, null, HistoryAccess.JOINED));

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode writer = new TestNode("writer", log, () -> now, 100);
    private final TestNode reader = new TestNode("reader", log, () -> now, 100);
    private final TestTail tail = reader.tail;
    private final Rows rows = new Rows();
    private GroupAttributes group = GroupAttributes.titled("talk");
    private NodeMemberships members;
    private NodeGroups groups;
    private MessageHistory history;

    /** The database as the persister leaves it. */
    private static final class Rows extends StoredHistory {

        private final List<MessageView> views = new ArrayList<>();
        private long nextOffset;
        private int transactions;
        /** From where the reader may read. */
        private Position joined = ReadLimit.NONE;

        @Override
        public Optional<StoredPage> readFor(
                UserId user, ConversationId conversation, PageRange range, int partition, int epoch) {
            if (user.equals(STRANGER)) {
                transactions++;
                return Optional.empty();
            }
            return Optional.of(read(conversation, range.from(joined), partition, epoch));
        }

        @Override
        public StoredPage read(ConversationId conversation, PageRange range, int partition, int epoch) {
            transactions++;
            var held = views.stream().filter(view -> range.holds(view.pos())).toList();
            int most = Math.min(range.limit(), held.size());
            return new StoredPage(
                    nextOffset,
                    range.newestFirst() ? held.subList(held.size() - most, held.size()) : held.subList(0, most),
                    joined);
        }
    }

    @BeforeEach
    void ten_messages_are_sent_and_read() {
        var conversations = new Conversations() {
            @Override
            public Optional<Participant> participant(ConversationId id, UserId user) {
                var role = user.equals(STRANGER) ? null : Role.MEMBER;
                return Optional.of(new Participant(ConversationKind.GROUP, role, rows.joined, group, 2));
            }
        };
        members = new NodeMemberships(conversations, reader.database, new MembershipPublisher());
        members.apply(TALK, new EventDetail.MemberChanged(ADA, Role.MEMBER, 1, false), new Position(0));
        groups = new NodeGroups(new GroupPublisher());
        history = new MessageHistory(
                reader.identity,
                new LogEndWait(new EndOffsets(log, System::nanoTime), tail.tail),
                tail.tail,
                tail.status,
                tail.stored,
                new ReadAccess(members, groups, conversations, reader.database),
                reader.database,
                rows,
                new LogBackfill(log, tail.tail),
                new Quotes(tail.tail, reader.database, rows, reader.identity));
        for (int i = 0; i < SENT; i++) writer.send(writer.message(ADA, "message " + i));
        tail.catchUp();
    }

    /** The database has everything below {@code nextOffset}, and the tail has dropped it except for its last item. */
    private void storeBelow(long nextOffset) {
        announceStoredBelow(nextOffset);
        tail.store(PARTITION, nextOffset, now);
    }

    /** The database has everything below {@code nextOffset}, and this node knows it. */
    private void announceStoredBelow(long nextOffset) {
        rows.views.clear();
        for (long offset = 0; offset < nextOffset; offset++) {
            var pos = new Position(offset);
            writer.tail.tail.message(PARTITION, TALK, pos).ifPresent(rows.views::add);
        }
        rows.nextOffset = nextOffset;
        tail.announceStored(PARTITION, nextOffset);
    }

    private MessageHistory.Page before(long pos, int limit) {
        return history.page(TALK, KIM, PageRange.before(new Position(pos), limit));
    }

    private MessageHistory.Page after(long pos, int limit) {
        return history.page(TALK, KIM, PageRange.after(new Position(pos), limit));
    }

    private static List<String> bodies(MessageHistory.Page page) {
        return page.items().stream().map(MessageView::body).toList();
    }

    @Test
    void a_page_entirely_below_next_offset_costs_one_transaction_and_no_request_to_the_log() {
        storeBelow(SENT);
        int asked = log.endRequests();
        int read = log.reads();
        var page = before(6, 3);
        assertThat(bodies(page)).containsExactly("message 3", "message 4", "message 5");
        assertThat(page.next()).isEqualTo(new Position(3));
        assertThat(page.fresh()).isTrue();
        assertThat(rows.transactions).isEqualTo(1);
        assertThat(reader.database.calls).isEqualTo(1);
        assertThat(log.endRequests()).isEqualTo(asked);
        assertThat(log.reads()).isEqualTo(read);
    }

    @Test
    void so_does_a_page_after_a_position_that_the_rows_fill() {
        storeBelow(SENT);
        int asked = log.endRequests();
        var page = after(2, 3);
        assertThat(bodies(page)).containsExactly("message 3", "message 4", "message 5");
        assertThat(page.next()).isEqualTo(new Position(5));
        assertThat(reader.database.calls).isEqualTo(1);
        assertThat(log.endRequests()).isEqualTo(asked);
    }

    @Test
    void a_page_that_reaches_the_newest_message_waits_for_the_end_of_the_log() {
        storeBelow(SENT);
        writer.send(writer.message(ADA, "not read yet"));
        assertThat(bodies(after(6, 5))).containsExactly("message 7", "message 8", "message 9", "not read yet");
        assertThat(reader.database.calls).as("the rows that were read are used").isEqualTo(1);
    }

    @Test
    void a_stored_page_includes_changes_that_are_not_stored_yet() {
        storeBelow(SENT);
        writer.send(writer.change(ADA, new EventDetail.Edited(new Position(4), "edited")));
        writer.send(writer.change(ADA, new EventDetail.Revoked(new Position(5))));
        writer.send(writer.change(KIM, new EventDetail.Reaction(new Position(3), "👍", true)));
        tail.catchUp();
        var items = before(6, 3).items();
        assertThat(items.get(0).reactions()).hasSize(1);
        assertThat(items.get(1).body()).isEqualTo("edited");
        assertThat(items.get(2).revoked()).isTrue();
        assertThat(items.get(2).body()).isNull();
    }

    @Test
    void changes_that_neither_the_rows_nor_the_tail_have_are_read_from_the_log() {
        storeBelow(SENT);
        writer.send(writer.change(ADA, new EventDetail.Edited(new Position(4), "edited")));
        writer.send(writer.message(ADA, "message 11"));
        tail.catchUp();
        tail.forgetAll();
        assertThat(bodies(before(6, 3))).containsExactly("message 3", "edited", "message 5");
    }

    @Test
    void a_node_whose_tail_is_behind_waits_for_the_end_of_the_log_even_for_a_stored_page() {
        storeBelow(SENT);
        writer.send(writer.change(ADA, new EventDetail.Edited(new Position(4), "edited")));
        tail.status.recent = false;
        var page = before(6, 3);
        assertThat(bodies(page)).containsExactly("message 3", "edited", "message 5");
        assertThat(page.fresh()).isTrue();
    }

    @Test
    void while_the_log_does_not_answer_a_stored_page_is_returned_as_not_fresh() {
        storeBelow(SENT);
        tail.status.recent = false;
        log.down(true);
        assertThat(history.page(TALK, KIM, PageRange.newest(1)).fresh()).isFalse();
        int asked = log.endRequests();
        var page = before(6, 3);
        assertThat(bodies(page)).hasSize(3);
        assertThat(page.fresh()).isFalse();
        assertThat(log.endRequests()).as("asked again").isEqualTo(asked);
    }

    @Test
    void a_database_that_lags_behind_its_announcement_only_costs_time() {
        announceStoredBelow(4);
        tail.announceStored(PARTITION, SENT);
        tail.forgetAll();
        assertThat(bodies(before(8, 5)))
                .containsExactly("message 3", "message 4", "message 5", "message 6", "message 7");
    }

    @Test
    void the_newest_page_has_what_any_node_acknowledged() {
        storeBelow(SENT);
        writer.send(writer.message(ADA, "not read yet"));
        var page = history.page(TALK, KIM, PageRange.newest(2));
        assertThat(bodies(page)).containsExactly("message 9", "not read yet");
        assertThat(page.next()).isEqualTo(new Position(9));
    }

    @Test
    void a_page_that_the_tail_fills_does_not_read_the_rows() {
        var page = history.page(TALK, KIM, PageRange.newest(3));
        assertThat(bodies(page)).containsExactly("message 7", "message 8", "message 9");
        assertThat(rows.transactions).isZero();
    }

    @Test
    void a_page_after_a_position_that_the_tail_covers_does_not_read_the_rows() {
        storeBelow(SENT);
        writer.send(writer.message(ADA, "not read yet"));
        assertThat(bodies(after(8, 3))).containsExactly("message 9", "not read yet");
        assertThat(rows.transactions).isZero();
    }

    @Test
    void a_stranger_is_told_that_the_conversation_does_not_exist() {
        storeBelow(SENT);
        for (var range : List.of(
                PageRange.newest(3), PageRange.before(new Position(6), 3), PageRange.after(new Position(2), 3))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> history.page(TALK, STRANGER, range))
                    .matches(why -> why.why().code().equals("not_found"));
        }
    }

    @Test
    void without_the_database_the_newest_page_is_what_the_tail_has_with_next() {
        storeBelow(5);
        reader.database.down = true;
        var page = history.page(TALK, ADA, PageRange.newest(50));
        assertThat(bodies(page)).hasSize(5).startsWith("message 5");
        assertThat(page.next()).isEqualTo(new Position(5));
    }

    @Test
    void without_the_database_older_messages_are_unavailable() {
        storeBelow(5);
        reader.database.down = true;
        for (var range : List.of(PageRange.before(new Position(3), 3), PageRange.after(new Position(1), 3))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> history.page(TALK, ADA, range))
                    .matches(why -> why.why().code().equals("unavailable"));
        }
    }

    /** {@code KIM} joined with the record at {@code pos}, while new members could not read what was before. */
    private void joinedAt(long pos) {
        group = LIMITED;
        rows.joined = new Position(pos);
        members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 3, true, 3), new Position(pos));
    }

    @Test
    void a_limited_member_reads_from_the_record_of_joining_on() {
        joinedAt(7);
        var newest = history.page(TALK, KIM, PageRange.newest(2));
        assertThat(bodies(newest)).containsExactly("message 8", "message 9");
        var older = before(8, 5);
        assertThat(bodies(older)).containsExactly("message 7");
        assertThat(older.next()).isNull();
        assertThat(bodies(after(0, 2))).containsExactly("message 7", "message 8");
        assertThat(before(7, 5).items()).isEmpty();
    }

    @Test
    void a_limited_member_reads_stored_pages_from_the_record_of_joining_on() {
        joinedAt(4);
        storeBelow(SENT);
        assertThat(bodies(before(6, 5))).containsExactly("message 4", "message 5");
        assertThat(bodies(after(0, 2))).containsExactly("message 4", "message 5");
        assertThat(before(3, 5).items()).isEmpty();
    }

    @Test
    void a_limited_member_reads_the_same_while_the_database_is_down() {
        joinedAt(7);
        reader.database.down = true;
        var newest = history.page(TALK, KIM, PageRange.newest(50));
        assertThat(bodies(newest)).containsExactly("message 7", "message 8", "message 9");
        assertThat(newest.next()).isNull();
    }

    @Test
    void nothing_is_shown_as_long_as_nobody_knows_where_the_member_joined() {
        joinedAt(7);
        rows.joined = ReadLimit.NOTHING;
        assertThat(bodies(before(9, 5))).as("known to the node only").containsExactly("message 7", "message 8");
        members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 5, true, 4), new Position(8));
        assertThat(before(9, 5).items()).isEmpty();
    }

    @Test
    void everybody_reads_a_public_group_and_nobody_else_writes_in_it() {
        group = GroupAttributes.titled("talk")
                .with(new AttributeChange(null, null, Visibility.PUBLIC, null, null, null));
        assertThat(history.page(TALK, STRANGER, PageRange.newest(50)).items()).hasSize(SENT);
        reader.database.down = true;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> history.page(TALK, STRANGER, PageRange.newest(50)))
                .matches(why -> why.why() == Refusal.NOT_FOUND);
        groups.apply(new GroupChange(TALK, ADA, group, null, 1, null));
        assertThat(history.page(TALK, STRANGER, PageRange.newest(50)).items()).hasSize(SENT);
    }

    @Test
    void a_public_group_whose_history_begins_with_joining_shows_nothing_before() {
        group = LIMITED.with(new AttributeChange(null, null, Visibility.PUBLIC, null, null, null));
        var page = history.page(TALK, STRANGER, PageRange.newest(50));
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }
}
