package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

class MembershipTableTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final MembershipTable roster = new MembershipTable();

    @Test
    void a_user_has_the_conversations_of_their_current_memberships() {
        put(7, ADA, Role.MEMBER, 1);
        put(8, ADA, Role.MEMBER, 1);
        put(8, KIM, Role.MEMBER, 1);
        put(7, ADA, null, 2);
        assertThat(roster.conversationsOf(ADA)).containsExactly(new ConversationId(8));
        assertThat(roster.conversationsOf(KIM)).containsExactly(new ConversationId(8));
    }

    @Test
    void a_returning_member_has_the_conversation_once() {
        put(7, ADA, Role.MEMBER, 1);
        put(7, ADA, null, 2);
        put(7, ADA, Role.MEMBER, 3);
        assertThat(roster.conversationsOf(ADA)).containsExactly(new ConversationId(7));
    }

    @Test
    void a_lower_version_changes_nothing() {
        put(7, ADA, null, 2);
        put(7, ADA, Role.MEMBER, 1);
        assertThat(roster.conversationsOf(ADA)).isEmpty();
    }

    @Test
    void many_conversations_are_all_found() {
        for (long id = 1; id <= 1_000; id++) put(id, ADA, Role.MEMBER, 1);
        assertThat(roster.conversationsOf(ADA))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000)
                        .mapToObj(ConversationId::new)
                        .toList());
    }

    @Test
    void an_unknown_user_has_no_conversations() {
        assertThat(roster.conversationsOf(ADA)).isEmpty();
    }

    private void put(long conversation, UserId user, Role role, long version) {
        roster.put(new ConversationId(conversation), user, new MembershipTable.Place(role, version, 0, ReadLimit.NONE));
    }
}
