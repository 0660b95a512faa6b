package parley.web.message.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.Posting;
import parley.domain.identity.Cid;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TailItem;
import parley.web.message.delivery.Shown;

class AdmissionControlTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 2);

    @Test
    void a_message_is_acknowledged_with_its_position_in_the_log() {
        node.send(node.message(ADA, "first"));
        var caller = node.send(node.message(ADA, "second"));
        assertThat(caller.pos()).isEqualTo(1);
        assertThat(caller.prevs).containsExactly(new Position(0));
        assertThat(caller.dups).containsExactly(false);
        assertThat(node.acknowledged).hasSize(2);
        assertThat(node.pending.size()).isZero();
    }

    @Test
    void a_repeat_gets_the_first_position_and_no_second_record() {
        var message = node.message(ADA, "once");
        var first = node.send(message);
        var second = node.send(message);
        assertThat(second.pos()).isEqualTo(first.pos());
        assertThat(second.dups).containsExactly(true);
        assertThat(log.ends().join()).containsExactly(1);
        assertThat(node.acknowledged).as("acknowledged as new").hasSize(1);
    }

    @Test
    void two_concurrent_identical_sends_are_one_record_with_two_answers() {
        var message = node.message(ADA, "once");
        var first = new TestNode.Caller();
        node.admission.send(message, first);
        var second = node.send(message);
        assertThat(first.dups).containsExactly(false);
        assertThat(second.dups).containsExactly(true);
        assertThat(log.ends().join()).containsExactly(1);
    }

    @Test
    void the_same_send_on_two_nodes_has_one_position() {
        var other = new TestNode("two", log, () -> now, 2);
        var message = node.message(ADA, "once");
        var here = new TestNode.Caller();
        var there = new TestNode.Caller();
        node.admission.send(message, here);
        other.admission.send(message, there);
        node.publish();
        other.publish();
        node.tail.catchUp();
        other.tail.catchUp();
        assertThat(log.ends().join()).containsExactly(2);
        assertThat(here.pos()).isZero();
        assertThat(there.pos()).isZero();
        assertThat(here.dups).containsExactly(false);
        assertThat(there.dups).containsExactly(true);
    }

    @Test
    void files_are_claimed_after_repeats_are_recognized_and_described_in_the_record() {
        var message = node.message(ADA, "with a file");
        var caller = sendWithFile(message);
        assertThat(caller.accepted).hasSize(1);
        var shown = (TailItem.Message) ((Shown.Item) node.shownTo(ADA).getLast()).item();
        assertThat(shown.message().files()).extracting(AttachedFile::name).containsExactly("file 7");
        node.claimRefusal = new Refused(Refusal.CONFLICT, "sent before");
        assertThat(sendWithFile(message).dups).containsExactly(true);
        assertThat(sendWithFile(node.message(ADA, "again")).refusal()).isEqualTo("conflict");
    }

    private TestNode.Caller sendWithFile(LogEntry message) {
        var caller = new TestNode.Caller();
        node.admission.send(message, List.of(new FileId(7)), caller);
        node.publish();
        node.tail.catchUp();
        return caller;
    }

    @Test
    void a_stranger_is_told_that_the_conversation_does_not_exist() {
        assertThat(node.send(node.message(new UserId(9), "let me in")).refusal())
                .isEqualTo("not_found");
    }

    @Test
    void a_cid_more_than_a_minute_ahead_is_refused_with_the_log_time() {
        var caller = node.send(of(now.plus(Duration.ofSeconds(61))));
        assertThat(caller.refusal()).isEqualTo("clock");
        assertThat(caller.refused.getFirst().serverTime()).isEqualTo(now);
        assertThat(node.send(of(now.plus(Duration.ofSeconds(60)))).accepted).hasSize(1);
    }

    @Test
    void a_draining_node_admits_nothing() {
        node.drain.begin();
        assertThat(node.send(node.message(ADA, "late")).refusal()).isEqualTo("unavailable");
    }

    @Test
    void a_node_that_is_not_at_the_end_of_the_log_admits_nothing() {
        node.tail.status.recent = false;
        assertThat(node.send(node.message(ADA, "hello")).refusal()).isEqualTo("unavailable");
        node.tail.status.recent = true;
        node.tail.status.indexComplete = false;
        assertThat(node.send(node.message(ADA, "hello")).refusal()).isEqualTo("unavailable");
    }

    @Test
    void while_the_publish_queue_is_full_sends_are_refused_at_once() {
        var waiting = new TestNode.Caller();
        node.admission.send(node.message(ADA, "one"), waiting);
        node.admission.send(node.message(ADA, "two"), waiting);
        var third = new TestNode.Caller();
        node.admission.send(node.message(ADA, "three"), third);
        assertThat(third.refusal()).isEqualTo("unavailable");
        assertThat(third.refused.getFirst().retryAfter()).isPositive();
        assertThat(node.pending.size()).isEqualTo(2);
    }

    @Test
    void a_send_that_the_log_does_not_take_is_refused_and_can_be_repeated() {
        log.down(true);
        var message = node.message(ADA, "hello");
        node.admission.send(message, new TestNode.Caller());
        node.publish();
        log.down(false);
        assertThat(node.send(message).dups).containsExactly(false);
    }

    @Test
    void the_index_alone_decides_about_a_recent_cid() {
        node.tail.status.indexStart = now.minus(Duration.ofMinutes(5));
        node.database.down = true;
        assertThat(node.send(of(now.minus(Duration.ofMinutes(4)))).accepted).hasSize(1);
        assertThat(node.database.calls).isZero();
    }

    @Test
    void an_older_cid_is_looked_up_in_the_database() {
        node.tail.status.indexStart = now.minus(Duration.ofMinutes(5));
        var old = of(now.minus(Duration.ofMinutes(5)));
        node.storedCids.put(old.cid(), new AppendResult(new Position(42), now.minusSeconds(300)));
        var caller = node.send(old);
        assertThat(caller.pos()).isEqualTo(42);
        assertThat(caller.dups).containsExactly(true);
        assertThat(node.send(of(now.minus(Duration.ofMinutes(6)))).dups)
                .as("new to the database too")
                .containsExactly(false);
    }

    @Test
    void an_older_cid_is_refused_while_a_repeat_cannot_be_ruled_out() {
        node.tail.status.indexStart = now.minus(Duration.ofMinutes(5));
        node.database.down = true;
        assertThat(node.send(of(now.minus(Duration.ofMinutes(6)))).refusal()).isEqualTo("unavailable");
    }

    @Test
    void an_older_cid_is_refused_while_it_could_lie_between_the_database_and_the_index() {
        for (int i = 0; i < 3; i++) node.send(node.message(ADA, "message " + i));
        now = now.plus(Duration.ofMinutes(10));
        node.send(node.message(ADA, "later"));
        node.tail.store(PARTITION, 4, now);
        node.tail.announceStored(PARTITION, 2);
        node.tail.status.indexStart = now;
        assertThat(node.send(of(now.minus(Duration.ofMinutes(6)))).refusal()).isEqualTo("unavailable");
        node.tail.announceStored(PARTITION, 3);
        assertThat(node.send(of(now.minus(Duration.ofMinutes(6)))).accepted).hasSize(1);
    }

    @Test
    void only_its_author_edits_a_message() {
        var pos = new Position(node.send(node.message(ADA, "mine")).pos());
        assertThat(node.send(node.change(KIM, new EventDetail.Edited(pos, "yours")))
                        .refusal())
                .isEqualTo("forbidden");
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(pos, "still mine"))).accepted)
                .hasSize(1);
        assertThat(node.send(node.change(KIM, new EventDetail.Reaction(pos, "👍", true))).accepted)
                .hasSize(1);
        assertThat(node.database.calls).as("the tail has it").isZero();
    }

    @Test
    void nothing_changes_a_revoked_message() {
        var pos = new Position(node.send(node.message(ADA, "oops")).pos());
        node.send(node.change(ADA, new EventDetail.Revoked(pos)));
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(pos, "better")))
                        .refusal())
                .isEqualTo("conflict");
    }

    @Test
    void a_message_that_only_the_database_has_can_be_changed() {
        var message = new LoggedMessage(TALK, new Position(500), Cid.at(now), ADA, now, "old", null);
        node.storedMessages.put(500L, MessageView.of(message));
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(new Position(500), "new"))).accepted)
                .hasSize(1);
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(new Position(501), "new")))
                        .refusal())
                .isEqualTo("not_found");
        node.database.down = true;
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(new Position(502), "new")))
                        .refusal())
                .isEqualTo("unavailable");
    }

    private static LogEntry of(Instant cidTime) {
        return new LogEntry.Message(TALK, Cid.at(cidTime), ADA, new Body("hello"), null);
    }

    private static final GroupAttributes NEWS =
            GroupAttributes.titled("news").with(new AttributeChange(null, null, null, Posting.MODERATORS, null, null));
    private static final GroupAttributes ARCHIVED =
            GroupAttributes.titled("old").with(new AttributeChange(null, null, null, null, true, null));

    @Test
    void only_owners_and_moderators_write_where_posting_is_theirs() {
        var earlier = new Position(node.send(node.message(KIM, "before")).pos());
        node.group(NEWS, 1);
        assertThat(node.send(node.message(KIM, "no")).refusal()).isEqualTo("forbidden");
        assertThat(node.send(node.change(KIM, new EventDetail.Edited(earlier, "no")))
                        .refusal())
                .isEqualTo("forbidden");
        assertThat(node.send(node.change(KIM, new EventDetail.Reaction(earlier, "👍", true))).accepted)
                .hasSize(1);
        assertThat(node.send(node.change(KIM, new EventDetail.Revoked(earlier))).accepted)
                .hasSize(1);
        node.member(KIM, Role.MODERATOR, 2);
        assertThat(node.send(node.message(KIM, "yes")).accepted).hasSize(1);
        assertThat(node.send(node.message(ADA, "yes")).accepted).hasSize(1);
    }

    @Test
    void nothing_is_written_to_an_archived_group_until_it_is_restored() {
        var earlier = new Position(node.send(node.message(ADA, "before")).pos());
        node.group(ARCHIVED, 1);
        assertThat(node.send(node.message(ADA, "no")).refusal()).isEqualTo("conflict");
        for (var detail : new EventDetail[] {
            new EventDetail.Edited(earlier, "no"),
            new EventDetail.Reaction(earlier, "👍", true),
            new EventDetail.Revoked(earlier)
        }) assertThat(node.send(node.change(ADA, detail)).refusal()).isEqualTo("conflict");
        node.group(GroupAttributes.titled("old"), 2);
        assertThat(node.send(node.message(ADA, "yes")).accepted).hasSize(1);
    }

    @Test
    void a_repeat_is_answered_although_the_group_was_archived_since() {
        var message = node.message(ADA, "once");
        var first = node.send(message);
        node.group(ARCHIVED, 1);
        var second = node.send(message);
        assertThat(second.pos()).isEqualTo(first.pos());
        assertThat(second.dups).containsExactly(true);
    }

    @Test
    void moderators_revoke_messages_of_others_but_edit_none() {
        var ofAda = new Position(node.send(node.message(ADA, "hers")).pos());
        assertThat(node.send(node.change(KIM, new EventDetail.Revoked(ofAda))).refusal())
                .isEqualTo("forbidden");
        node.member(KIM, Role.MODERATOR, 2);
        assertThat(node.send(node.change(KIM, new EventDetail.Edited(ofAda, "mine")))
                        .refusal())
                .isEqualTo("forbidden");
        assertThat(node.send(node.change(KIM, new EventDetail.Revoked(ofAda))).accepted)
                .hasSize(1);
    }

    @Test
    void a_blocked_user_cannot_write_in_the_direct_conversation() {
        node.member(ADA, Role.MEMBER, 2);
        node.blocks.apply(new BlockChange(ADA, KIM, true, 4));
        assertThat(node.send(node.message(KIM, "no")).refusal()).isEqualTo("forbidden");
        assertThat(node.send(node.message(ADA, "yes")).accepted).hasSize(1);
        assertThat(node.database.calls).isZero();
    }

    @Test
    void a_message_that_a_member_may_not_read_does_not_exist_for_the_member() {
        var before = new Position(node.send(node.message(ADA, "before")).pos());
        var after = new Position(node.send(node.message(ADA, "after")).pos());
        node.members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 2, true, 2), after);
        assertThat(node.send(node.change(KIM, new EventDetail.Reaction(before, "👍", true)))
                        .refusal())
                .isEqualTo("not_found");
        assertThat(node.send(node.change(KIM, new EventDetail.Reaction(after, "👍", true))).accepted)
                .hasSize(1);
    }
}
