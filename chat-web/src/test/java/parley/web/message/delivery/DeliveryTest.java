package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.web.log.source.InMemoryLog;
import parley.web.message.admission.TestNode;

class DeliveryTest {

    private static final UserId LEE = new UserId(3);

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);

    @Test
    void every_socket_of_every_member_but_the_sending_one_gets_the_message() {
        var sending = node.socket(ADA);
        var tablet = node.socket(ADA);
        var kims = node.socket(KIM);
        var strangers = node.socket(LEE);
        node.send(node.message(ADA, "hello"), new TestNode.Caller(sending.session));
        assertThat(sending.frames()).as("its ok stands for the message").isEmpty();
        assertThat(strangers.frames()).isEmpty();
        for (var socket : List.of(tablet, kims)) {
            assertThat(socket.frames()).singleElement().satisfies(frame -> {
                assertThat(frame.getString("t")).isEqualTo("msg");
                assertThat(frame.getString("body")).isEqualTo("hello");
                assertThat(frame.getInt("pos")).isZero();
            });
        }
    }

    @Test
    void frames_come_in_the_log_s_order_and_name_what_was_before() {
        var kims = node.socket(KIM);
        var pos = new Position(node.send(node.message(ADA, "one")).pos());
        node.send(node.change(ADA, new EventDetail.Edited(pos, "two")));
        node.send(node.message(ADA, "three"));
        var frames = kims.frames();
        assertThat(frames).extracting(frame -> frame.getString("t")).containsExactly("msg", "upd", "msg");
        assertThat(frames.get(0).containsKey("prev")).isFalse();
        assertThat(frames.get(1).getInt("prev")).isZero();
        assertThat(frames.get(1).getInt("at")).isEqualTo(1);
        assertThat(frames.get(2).getInt("prev")).isEqualTo(1);
    }

    @Test
    void a_repeat_in_the_log_only_answers_its_sender() {
        var kims = node.socket(KIM);
        var message = node.message(ADA, "once");
        node.append("two", message, now);
        node.append("two", message, now);
        node.tail.catchUp();
        assertThat(kims.frames()).hasSize(1);
        assertThat(node.acknowledged).as("another node acknowledged it").isEmpty();
    }

    @Test
    void a_record_appended_more_than_a_minute_after_its_admission_is_void_and_its_cid_free() {
        var kims = node.socket(KIM);
        var message = node.message(ADA, "late");
        node.append("two", message, now.minusSeconds(61));
        node.tail.catchUp();
        var again = node.send(message);
        assertThat(again.pos()).isEqualTo(1);
        assertThat(again.dups).containsExactly(false);
        assertThat(kims.frames()).hasSize(1);
    }

    @Test
    void a_change_that_was_under_way_when_the_message_was_revoked_is_refused_and_shown_to_nobody() {
        var pos = new Position(node.send(node.message(ADA, "oops")).pos());
        var kims = node.socket(KIM);
        var caller = new TestNode.Caller();
        node.intake.send(node.change(ADA, new EventDetail.Revoked(pos)), new TestNode.Caller());
        node.intake.send(node.change(ADA, new EventDetail.Edited(pos, "better")), caller);
        node.publish();
        node.tail.catchUp();
        assertThat(caller.refusal()).isEqualTo("conflict");
        assertThat(kims.frames()).extracting(frame -> frame.getString("kind")).containsExactly("revoked");
    }

    @Test
    void delivery_starts_and_stops_at_the_member_record() {
        var lees = node.socket(LEE);
        node.send(node.message(ADA, "before"));
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, true)), now);
        node.tail.catchUp();
        node.send(node.message(ADA, "within"));
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, null, 2, true)), now);
        node.tail.catchUp();
        node.send(node.message(ADA, "after"));
        assertThat(node.joined).containsExactly(LEE);
        var frames = lees.frames();
        assertThat(frames).extracting(frame -> frame.getString("t")).containsExactly("msg", "msg", "conv");
        assertThat(frames.get(0).getString("kind")).isEqualTo("member");
        assertThat(frames.get(1).getString("body")).isEqualTo("within");
        assertThat(frames.get(2).getJsonObject("conversation").getBoolean("gone"))
                .isTrue();
    }

    @Test
    void the_members_that_a_conversation_is_made_with_are_not_shown() {
        var kims = node.socket(KIM);
        node.append("two", node.change(ADA, new EventDetail.MemberChanged(LEE, Role.MEMBER, 1, false)), now);
        node.tail.catchUp();
        assertThat(kims.frames()).isEmpty();
        assertThat(node.members.receivers(TALK)).contains(LEE);
    }
}
