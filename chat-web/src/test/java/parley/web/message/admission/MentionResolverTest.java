package parley.web.message.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.domain.outbox.entity.BlockChange;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TailItem;
import parley.web.message.delivery.Shown;

class MentionResolverTest {

    private static final UserId EVE = new UserId(3);

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final TestNode node = new TestNode("one", new InMemoryLog(1, () -> now), () -> now, 100);

    @BeforeEach
    void three_users_of_whom_two_are_members() {
        node.usernames.put("ada", ADA);
        node.usernames.put("kim", KIM);
        node.usernames.put("eve", EVE);
    }

    private Mentions delivered(int item) {
        var shown = (Shown.Item) node.shownTo(KIM).get(item);
        return switch (shown.item()) {
            case TailItem.Message message -> message.message().mentions();
            case TailItem.Event event -> ((EventDetail.Edited) event.event().detail()).mentions();
        };
    }

    @Test
    void members_are_mentioned_and_others_are_reported_to_the_sender() {
        var sent = node.send(node.message(ADA, "@kim and @eve and @nobody, see @kim"));
        assertThat(sent.accepted).hasSize(1);
        assertThat(delivered(0)).isEqualTo(Mentions.of(List.of(KIM), null));
        assertThat(sent.notMentioned).isEqualTo(new NotMentioned(List.of(EVE), false));
    }

    @Test
    void an_edit_has_the_mentions_of_its_text() {
        var pos = new Position(node.send(node.message(ADA, "@kim")).pos());
        var edited = node.send(node.change(ADA, new EventDetail.Edited(pos, "@eve @here")));
        assertThat(delivered(1)).isEqualTo(Mentions.of(List.of(), Mentions.Everyone.HERE));
        assertThat(edited.notMentioned.notMembers()).containsExactly(EVE);
    }

    @Test
    void a_former_member_is_not_mentioned() {
        node.member(KIM, null, 2);
        assertThat(node.send(node.message(ADA, "@kim")).notMentioned.notMembers())
                .containsExactly(KIM);
    }

    @Test
    void a_user_who_blocked_the_sender_is_not_mentioned_and_the_sender_is_not_informed() {
        node.blocks.apply(new BlockChange(KIM, ADA, true, 1));
        var sent = node.send(node.message(ADA, "@kim"));
        assertThat(sent.accepted).hasSize(1);
        assertThat(delivered(0)).isEqualTo(Mentions.NONE);
        assertThat(sent.notMentioned).isEqualTo(NotMentioned.NOBODY);
    }

    @Test
    void all_members_win_over_those_who_are_online() {
        node.send(node.message(ADA, "@here @channel"));
        assertThat(delivered(0).everyone()).isEqualTo(Mentions.Everyone.CHANNEL);
    }

    @Test
    void a_sender_who_may_not_mention_everyone_is_informed_and_the_message_is_accepted() {
        node.mayMentionEveryone = false;
        var sent = node.send(node.message(ADA, "@channel @kim"));
        assertThat(sent.accepted).hasSize(1);
        assertThat(delivered(0)).isEqualTo(Mentions.of(List.of(KIM), null));
        assertThat(sent.notMentioned).isEqualTo(new NotMentioned(List.of(), true));
        assertThat(node.everyoneLeft).as("without effect, so it does not count").isEqualTo(100);
    }

    @Test
    void who_mentions_everyone_too_often_is_refused() {
        node.everyoneLeft = 1;
        var pos = new Position(node.send(node.message(ADA, "@channel")).pos());
        assertThat(node.send(node.message(ADA, "@here")).refusal()).isEqualTo("rate_limited");
        assertThat(node.send(node.change(ADA, new EventDetail.Edited(pos, "@here")))
                        .refusal())
                .isEqualTo("rate_limited");
        assertThat(node.pending.size()).isZero();
        assertThat(node.send(node.message(ADA, "@kim")).accepted).hasSize(1);
    }

    @Test
    void a_repeat_that_mentions_everyone_gets_its_ok_although_the_limit_is_reached() {
        node.everyoneLeft = 1;
        var entry = node.message(ADA, "@channel");
        var first = node.send(entry);
        var again = node.send(entry);
        assertThat(again.dups).containsExactly(true);
        assertThat(again.pos()).isEqualTo(first.pos());
    }

    @Test
    void concurrent_sends_with_one_key_count_once() {
        var entry = node.message(ADA, "@channel");
        node.admission.send(entry, new TestNode.Caller());
        node.send(entry);
        assertThat(node.everyoneLeft).isEqualTo(99);
    }

    @Test
    void what_is_refused_does_not_count() {
        var pos = new Position(node.send(node.message(ADA, "hers")).pos());
        node.send(node.change(KIM, new EventDetail.Edited(pos, "@channel")));
        node.drain.begin();
        node.send(node.message(ADA, "@channel"));
        assertThat(node.everyoneLeft).isEqualTo(100);
    }

    @Test
    void a_repeated_send_reports_again() {
        var entry = node.message(ADA, "@eve");
        node.send(entry);
        var again = node.send(entry);
        assertThat(again.dups).containsExactly(true);
        assertThat(again.notMentioned.notMembers()).containsExactly(EVE);
    }

    @Test
    void a_text_without_an_at_sign_is_the_same_entry() {
        LogEntry plain = node.message(ADA, "hello kim");
        var resolver = new MentionResolver(null, null, null, null, null);
        assertThat(resolver.resolve(plain, null)).isSameAs(plain);
    }

    @Test
    void in_a_large_group_only_those_who_lead_it_may_mention_everyone() {
        var policy = new GroupSizePolicy(node.members, 1);
        assertThat(policy.allows(TestNode.TALK, ADA)).as("an owner").isTrue();
        assertThat(policy.allows(TestNode.TALK, KIM)).as("a member").isFalse();
        assertThat(new GroupSizePolicy(node.members, 2).allows(TestNode.TALK, KIM))
                .as("a member of a small group")
                .isTrue();
        node.member(KIM, Role.OWNER, 2);
        assertThat(policy.allows(TestNode.TALK, KIM)).isTrue();
    }
}
