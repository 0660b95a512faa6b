package parley.domain.message.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.CatchUpItem;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;

class CatchUpFoldingTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<LoggedMessage> messages = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<LoggedEvent> later = new ArrayList<>();

    private List<CatchUpItem> caughtUp() {
        var changes = new ArrayList<>(later);
        changes.addAll(events);
        return MessageFolding.catchUp(messages, events, changes);
    }

    private void message(long pos) {
        messages.add(new LoggedMessage(
                CONVERSATION, new Position(pos), cid(pos), new UserId(1), BEGIN.plusSeconds(pos), "old " + pos, null));
    }

    private static LoggedEvent event(long at, EventDetail detail) {
        return new LoggedEvent(CONVERSATION, new Position(at), cid(at), new UserId(2), BEGIN.plusSeconds(at), detail);
    }

    private static Cid cid(long n) {
        return Cid.at(BEGIN.plusSeconds(n));
    }

    private static EventDetail edit(long target, String text) {
        return new EventDetail.Edited(new Position(target), text);
    }

    private static EventDetail revoke(long target) {
        return new EventDetail.Revoked(new Position(target));
    }

    @Test
    void a_message_has_the_text_of_an_edit_that_comes_after_the_page() {
        message(10);
        later.add(event(99, edit(10, "new")));
        var view = ((CatchUpItem.Message) caughtUp().getFirst()).view();
        assertThat(view.body()).isEqualTo("new");
        assertThat(view.at()).isEqualTo(new Position(99));
        assertThat(view.editedAt()).isEqualTo(BEGIN.plusSeconds(99));
    }

    @Test
    void a_message_that_is_revoked_after_the_page_has_no_text() {
        message(10);
        later.add(event(99, revoke(10)));
        var view = ((CatchUpItem.Message) caughtUp().getFirst()).view();
        assertThat(view.revoked()).isTrue();
        assertThat(view.body()).isNull();
    }

    @Test
    void every_change_keeps_its_position_and_none_contains_replaced_text() {
        events.add(event(11, edit(5, "first")));
        events.add(event(12, new EventDetail.Reaction(new Position(5), "👍", true)));
        events.add(event(13, edit(5, "second")));
        later.add(event(20, edit(5, "third")));
        var missed = caughtUp();
        assertThat(missed).extracting(item -> item.pos().value()).containsExactly(11L, 12L, 13L);
        assertThat(missed.get(0))
                .isInstanceOfSatisfying(
                        CatchUpItem.Change.class,
                        change -> assertThat(change.detail()).isEqualTo(edit(5, "third")));
        assertThat(missed.get(1))
                .isInstanceOfSatisfying(
                        CatchUpItem.Change.class,
                        change -> assertThat(change.detail()).isInstanceOf(EventDetail.Reaction.class));
        assertThat(missed.get(2))
                .isInstanceOfSatisfying(
                        CatchUpItem.Change.class,
                        change -> assertThat(change.detail()).isEqualTo(edit(5, "third")));
    }

    @Test
    void an_edit_of_a_message_that_was_revoked_later_has_no_text() {
        events.add(event(11, edit(5, "regretted")));
        events.add(event(12, revoke(5)));
        later.add(event(13, edit(5, "too late")));
        var missed = caughtUp();
        assertThat(missed.get(0))
                .isInstanceOfSatisfying(
                        CatchUpItem.Change.class,
                        change -> assertThat(change.detail()).isEqualTo(edit(5, null)));
        assertThat(missed.get(1))
                .isInstanceOfSatisfying(
                        CatchUpItem.Change.class,
                        change -> assertThat(change.detail()).isEqualTo(revoke(5)));
    }

    @Test
    void messages_changes_and_membership_lines_are_ordered_by_position() {
        message(14);
        message(10);
        events.add(event(12, new EventDetail.MemberChanged(new UserId(3), Role.MEMBER, 1, true)));
        events.add(event(11, revoke(10)));
        var missed = caughtUp();
        assertThat(missed).extracting(item -> item.pos().value()).containsExactly(10L, 11L, 12L, 14L);
        assertThat(missed.toString()).doesNotContain("old 10");
    }

    @Test
    void a_change_in_both_database_and_log_counts_once() {
        message(10);
        var reaction = event(11, new EventDetail.Reaction(new Position(10), "👍", true));
        events.add(reaction);
        later.add(reaction);
        var view = ((CatchUpItem.Message) caughtUp().getFirst()).view();
        assertThat(view.reactions())
                .singleElement()
                .matches(each -> each.users().equals(List.of(new UserId(2))));
    }
}
