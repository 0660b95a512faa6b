package parley.faults.model;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.faults.model.ChannelRun.ADA;
import static parley.faults.model.ChannelRun.BO;
import static parley.faults.model.ChannelRun.BOS;
import static parley.faults.model.ChannelRun.CHANNEL;
import static parley.faults.model.ChannelRun.KIM;
import static parley.faults.model.ChannelRun.KIMS;
import static parley.faults.model.ChannelRun.NODE;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Counter;
import parley.faults.model.FinalState.Receipt;
import parley.faults.model.FinalState.Total;
import parley.faults.model.Violation.Type;

/** Each violation of what a conversation has besides messages is found. */
class ChannelModelTest {

    private final ChannelRun run = new ChannelRun();

    @Test
    void a_run_without_violations_passes() {
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void another_role_on_a_node_is_found() {
        run.state.roles().get(NODE).put(KIMS, "member");
        finds(Type.ROLE);
    }

    @Test
    void a_removed_member_in_the_database_is_found() {
        run.state.roles().get(StateReader.DATABASE).put(BOS, "member");
        finds(Type.ROLE);
    }

    @Test
    void a_missing_member_is_found() {
        run.state.roles().get(StateReader.DATABASE).remove(KIMS);
        finds(Type.ROLE);
    }

    @Test
    void an_acknowledged_role_that_is_not_in_the_log_is_found() {
        run.history.membership(new Membership(CHANNEL, ADA, KIM, "owner", true));
        finds(Type.MEMBERSHIP);
    }

    @Test
    void an_unanswered_role_may_be_in_the_log_or_not() {
        run.history.membership(new Membership(CHANNEL, ADA, KIM, "owner", false));
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void a_membership_record_that_is_in_the_log_twice_is_found() {
        run.member(KIM, "moderator", true);
        run.history.memberships().remove(new Membership(CHANNEL, ADA, KIM, "moderator", true));
        finds(Type.MEMBERSHIP);
    }

    @Test
    void a_membership_record_at_another_position_in_a_view_is_found() {
        var view = new Lines();
        run.history.view(new View("kim/0", KIM, CHANNEL, 11, view));
        view.add(12, run.log.get(11).key().identity(Digest.of(BO, 0)), Digest.NOTHING, 0);
        finds(Type.DIVERGED);
    }

    @Test
    void a_view_of_a_member_begins_with_joining() {
        var view = new Lines();
        for (int pos : List.of(3, 4, 5, 6, 7, 9, 11)) {
            var line = ExpectedState.of(run.log, new Findings()).lines(CHANNEL).get(pos);
            view.show(pos, line.identity(), line.fold(), 0);
        }
        run.history.view(new View("kim/0", KIM, CHANNEL, 0, view));
        assertThat(run.violations()).isEmpty();
    }

    @Test
    void another_title_on_a_node_is_found() {
        run.state.groups().get(NODE).put(CHANNEL, new Attributes("first", false));
        finds(Type.ATTRIBUTES);
    }

    @Test
    void an_acknowledged_restoration_that_is_not_in_the_log_is_found() {
        run.history.groupChange(new History.GroupChange(CHANNEL, ADA, null, false, true));
        finds(Type.ATTRIBUTES);
    }

    @Test
    void what_precedes_joining_must_not_be_received() {
        run.history.received(CHANNEL, KIM, 2);
        finds(Type.PRIVACY);
    }

    @Test
    void what_follows_the_removal_must_not_be_received() {
        run.history.received(CHANNEL, BO, 12);
        finds(Type.PRIVACY);
    }

    @Test
    void another_unread_counter_is_found() {
        run.state.counters().add(new Counter("two", KIMS, 3, 2));
        finds(Type.UNREAD);
    }

    @Test
    void a_counter_of_mentions_with_a_revoked_message_is_found() {
        run.state.counters().add(new Counter("two", KIMS, 2, 3));
        finds(Type.UNREAD);
    }

    @Test
    void another_total_is_found() {
        run.state.totals().add(new Total("two", KIM, List.of(CHANNEL), 2, 1));
        finds(Type.UNREAD);
    }

    @Test
    void an_acknowledged_place_without_a_receipt_is_found() {
        run.state.receipts().removeLast();
        finds(Type.PLACE, Type.UNREAD);
    }

    @Test
    void an_acknowledged_read_without_effect_is_found() {
        run.history.place(KIMS, new History.AcknowledgedPlace(7, false));
        finds(Type.PLACE);
    }

    @Test
    void an_attempt_without_an_answer_may_set_the_place_back_later() {
        run.state.receipts().add(new Receipt(KIMS, 4, 11L));
        finds(Type.PLACE);
        run.history.unansweredPlace(KIMS, new History.AcknowledgedPlace(5, true));
        finds();
    }

    @Test
    void mentions_that_precede_joining_again_do_not_count() {
        run.history.channel(new History.Channel(CHANNEL, true, false, "first"));
        run.member(KIM, null, true);
        run.member(KIM, "member", true);
        run.state.roles().values().forEach(roles -> roles.put(KIMS, "member"));
        run.state.receipts().add(new Receipt(KIMS, 5, 13L));
        run.state.counters().clear();
        run.state.totals().clear();
        run.state.counters().add(new Counter(NODE, KIMS, 2, 0));
        finds();
        run.state.counters().add(new Counter(NODE, KIMS, 2, 2));
        finds(Type.UNREAD);
    }

    @Test
    void the_order_of_receipts_decides() {
        run.state.receipts().add(new Receipt(KIMS, 7, null));
        run.history.place(KIMS, new History.AcknowledgedPlace(7, false));
        finds(Type.UNREAD);
    }

    @Test
    void a_missing_draft_is_found() {
        run.state.drafts().get(NODE).remove(KIMS);
        finds(Type.DRAFT);
    }

    @Test
    void a_discarded_draft_that_is_still_stored_is_found() {
        run.history.draft(KIMS, Digest.NOTHING);
        finds(Type.DRAFT);
    }

    @Test
    void an_unanswered_draft_may_be_stored_or_not() {
        run.state.drafts().get(NODE).put(KIMS, Digest.of("another"));
        run.history.unsureDraft(KIMS);
        assertThat(run.violations()).isEmpty();
    }

    private void finds(Type... types) {
        assertThat(run.violations()).containsExactlyInAnyOrder(types);
    }
}
