package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.log.rule.EntryKey;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TailItem;
import parley.web.message.admission.TestNode;

class DeliveryTest {

    private static final UserId LEE = new UserId(3);

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);

    @Test
    void every_member_is_shown_the_message() {
        node.send(node.message(ADA, "hello"));
        assertThat(node.shownTo(LEE)).as("a stranger").isEmpty();
        for (var member : List.of(ADA, KIM)) {
            assertThat(items(member)).singleElement().satisfies(item -> {
                assertThat(item.pos()).isEqualTo(new Position(0));
                assertThat(((TailItem.Message) item).message().body()).isEqualTo("hello");
            });
        }
    }

    @Test
    void the_sender_is_answered_before_the_message_is_shown() {
        var shownBefore = new ArrayList<Integer>();
        var caller = new TestNode.Caller() {
            @Override
            public void onAccepted(AppendResult place, Position prev, boolean dup) {
                super.onAccepted(place, prev, dup);
                shownBefore.add(node.shownTo(KIM).size());
            }
        };
        node.send(node.message(ADA, "hello"), caller);
        assertThat(shownBefore).containsExactly(0);
        assertThat(node.shownTo(KIM)).hasSize(1);
    }

    @Test
    void items_come_in_log_order_with_their_predecessors() {
        var pos = new Position(node.send(node.message(ADA, "one")).pos());
        node.send(node.change(ADA, new EventDetail.Edited(pos, "two")));
        node.send(node.message(ADA, "three"));
        assertThat(items(KIM)).extracting(TailItem::pos).containsExactly(at(0), at(1), at(2));
        assertThat(items(KIM)).extracting(TailItem::prev).containsExactly(null, at(0), at(1));
    }

    @Test
    void a_repeat_in_the_log_only_answers_its_sender() {
        var message = node.message(ADA, "once");
        node.append("two", message, now);
        node.append("two", message, now);
        node.tail.catchUp();
        assertThat(node.shownTo(KIM)).hasSize(1);
        assertThat(node.acknowledged).as("another node acknowledged it").isEmpty();
    }

    @Test
    void the_sender_of_a_repeat_gets_the_position_and_the_time_of_the_first() {
        var message = node.message(ADA, "once");
        node.append("two", message, now);
        node.tail.catchUp();
        var first = new AppendResult(at(0), now);
        var caller = new TestNode.Caller();
        node.pending.join(EntryKey.of(message), caller);
        now = now.plusSeconds(5);
        node.append("one", message, now);
        node.tail.catchUp();
        assertThat(caller.accepted).containsExactly(first);
        assertThat(caller.dups).containsExactly(true);
    }

    @Test
    void a_record_appended_more_than_a_minute_after_its_admission_is_void_and_its_cid_free() {
        var message = node.message(ADA, "late");
        node.append("two", message, now.minusSeconds(61));
        node.tail.catchUp();
        var again = node.send(message);
        assertThat(again.pos()).isEqualTo(1);
        assertThat(again.dups).containsExactly(false);
        assertThat(node.shownTo(KIM)).hasSize(1);
    }

    @Test
    void a_change_in_flight_when_its_message_is_revoked_is_refused_and_not_shown() {
        var pos = new Position(node.send(node.message(ADA, "oops")).pos());
        var caller = new TestNode.Caller();
        node.admission.send(node.change(ADA, new EventDetail.Revoked(pos)), new TestNode.Caller());
        node.admission.send(node.change(ADA, new EventDetail.Edited(pos, "better")), caller);
        node.publish();
        node.tail.catchUp();
        assertThat(caller.refusal()).isEqualTo("conflict");
        assertThat(items(KIM)).hasSize(2);
        assertThat(((TailItem.Event) items(KIM).getLast()).event().detail()).isInstanceOf(EventDetail.Revoked.class);
    }

    @Test
    void delivery_starts_and_stops_at_the_member_record() {
        node.send(node.message(ADA, "before"));
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, true)), now);
        node.tail.catchUp();
        node.send(node.message(ADA, "within"));
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, null, 2, true)), now);
        node.tail.catchUp();
        node.send(node.message(ADA, "after"));
        assertThat(node.joined).containsExactly(LEE);
        var shown = node.shownTo(LEE);
        assertThat(shown).hasSize(3);
        assertThat(items(LEE)).extracting(TailItem::pos).containsExactly(at(1), at(2));
        assertThat(shown.getLast()).isEqualTo(new Shown.Gone(LEE, TALK));
    }

    @Test
    void the_initial_members_of_a_conversation_are_not_shown() {
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, false)), now);
        node.tail.catchUp();
        assertThat(node.shownTo(KIM)).isEmpty();
        assertThat(node.members.receivers(TALK)).contains(LEE);
    }

    @Test
    void a_change_of_the_group_is_shown_and_decides_from_its_record_on() {
        var archived = new AttributeChange(null, null, null, null, true, null);
        node.group(GroupAttributes.titled("talk"), 1);
        node.append("two", node.change(ADA, new EventDetail.GroupChanged(archived, 2)), now);
        node.tail.catchUp();
        assertThat(items(KIM))
                .extracting(item -> ((TailItem.Event) item).event().detail())
                .containsExactly(new EventDetail.GroupChanged(archived, 2));
        assertThat(node.changed).containsExactly(TALK);
        assertThat(node.send(node.message(ADA, "too late")).refusal()).isEqualTo("conflict");
    }

    @Test
    void an_edit_of_a_message_that_a_member_may_not_read_has_no_text_for_that_member() {
        var before = new Position(node.send(node.message(ADA, "before")).pos());
        var joined = new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, true, 1);
        node.append("two", node.change(ADA, joined), now);
        node.tail.catchUp();
        node.send(node.change(ADA, new EventDetail.Edited(before, "edited")));
        assertThat(lastDetail(KIM)).isEqualTo(new EventDetail.Edited(before, "edited"));
        assertThat(lastDetail(LEE)).isEqualTo(new EventDetail.Edited(before, null));
        assertThat(items(LEE).getLast().prev()).isEqualTo(at(1));
    }

    @Test
    void a_reply_to_a_message_that_a_member_may_not_read_quotes_nothing_for_that_member() {
        var before = new Position(node.send(node.message(ADA, "before")).pos());
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, true, 1)), now);
        node.tail.catchUp();
        node.send(new LogEntry.Message(TALK, Cid.at(now), ADA, new Body("after"), before));
        assertThat(((Shown.Item) node.shownTo(KIM).getLast()).knowOriginal()).isTrue();
        assertThat(((Shown.Item) node.shownTo(LEE).getLast()).knowOriginal()).isFalse();
    }

    private EventDetail lastDetail(UserId user) {
        return ((TailItem.Event) items(user).getLast()).event().detail();
    }

    private List<TailItem> items(UserId user) {
        return node.shownTo(user).stream()
                .filter(Shown.Item.class::isInstance)
                .map(shown -> ((Shown.Item) shown).item())
                .toList();
    }

    private static Position at(long value) {
        return new Position(value);
    }
}
