package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Username;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class ConversationsIT {

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    UserBlocks blocks;

    @Inject
    Conversations conversations;

    @Inject
    ConversationViews views;

    @Inject
    Outbox outbox;

    @Inject
    UserTransaction transaction;

    private UserId ada;
    private UserId kim;
    private UserId eve;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void three_users_and_an_empty_outbox() {
        schema.migrate();
        ada = someUser();
        kim = someUser();
        eve = someUser();
        relayed();
    }

    @Test
    void two_users_have_one_direct_conversation_whoever_starts_it() {
        var begun = conversations.direct(ada, kim, Instant.now());
        var found = conversations.direct(kim, ada, Instant.now());
        assertThat(begun.created()).isTrue();
        assertThat(found.created()).isFalse();
        assertThat(found.conversation()).isEqualTo(begun.conversation());
        assertThat(relayed()).extracting(MembershipChange::user).containsExactlyInAnyOrder(ada, kim);
    }

    @Test
    void a_membership_change_and_its_outbox_entry_commit_or_roll_back_together() throws Exception {
        transaction.begin();
        var group = conversations
                .group(ada, "of short life", Set.of(kim), Instant.now())
                .conversation();
        transaction.rollback();
        assertThat(views.find(group, ada)).isEmpty();
        assertThat(relayed()).isEmpty();
    }

    @Test
    void changes_that_the_log_did_not_accept_are_sent_again() {
        conversations.direct(ada, kim, Instant.now());
        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> outbox.relay(10, changes -> {
                    throw new IllegalStateException("the broker is down");
                }));
        assertThat(relayed()).extracting(MembershipChange::user).containsExactlyInAnyOrder(ada, kim);
        assertThat(relayed()).isEmpty();
    }

    @Test
    void each_change_of_a_membership_has_a_higher_version() {
        var group = conversations
                .group(ada, "coming and going", Set.of(kim), Instant.now())
                .conversation();
        conversations.add(group, ada, eve, Instant.now());
        conversations.remove(group, eve, eve, Instant.now());
        conversations.add(group, ada, eve, Instant.now());
        var eves =
                relayed().stream().filter(change -> change.user().equals(eve)).toList();
        assertThat(eves).extracting(MembershipChange::role).containsExactly(Role.MEMBER, null, Role.MEMBER);
        assertThat(eves).extracting(MembershipChange::version).isSorted().doesNotHaveDuplicates();
        assertThat(views.find(group, eve).orElseThrow().memberCount()).isEqualTo(3);
    }

    @Test
    void only_an_owner_changes_a_group_and_a_non_member_does_not_see_it() {
        var group = conversations.group(ada, "mine", Set.of(kim), Instant.now()).conversation();
        refused(Refusal.FORBIDDEN, () -> conversations.add(group, kim, eve, Instant.now()));
        refused(Refusal.NOT_FOUND, () -> conversations.add(group, eve, eve, Instant.now()));
        refused(Refusal.NOT_FOUND, () -> conversations.rename(group, eve, "yours"));
        assertThat(views.find(group, eve)).isEmpty();
        assertThat(conversations.role(group, ada)).contains(Role.OWNER);
    }

    @Test
    void a_group_is_handed_over_before_its_last_owner_leaves() {
        var group = conversations
                .group(ada, "ours", Set.of(kim, eve), Instant.now())
                .conversation();
        relayed();
        refused(Refusal.CONFLICT, () -> conversations.remove(group, ada, ada, Instant.now()));
        refused(Refusal.CONFLICT, () -> conversations.add(group, ada, ada, Role.MEMBER, Instant.now()));
        conversations.add(group, ada, kim, Role.OWNER, Instant.now());
        conversations.add(group, ada, kim, Role.OWNER, Instant.now());
        conversations.remove(group, ada, ada, Instant.now());
        var told = relayed();
        assertThat(told).extracting(MembershipChange::role).containsExactly(Role.OWNER, null);
        assertThat(told).extracting(MembershipChange::version).containsExactly(2L, 2L);
        assertThat(told).allMatch(MembershipChange::shown);
        assertThat(views.find(group, kim).orElseThrow().memberCount()).isEqualTo(2);
    }

    @Test
    void a_blocked_user_cannot_start_a_conversation() {
        var known = conversations.direct(ada, eve, Instant.now()).conversation();
        blocks.block(kim, ada, Instant.now());
        blocks.block(eve, ada, Instant.now());
        refused(Refusal.FORBIDDEN, () -> conversations.direct(ada, kim, Instant.now()));
        refused(Refusal.FORBIDDEN, () -> conversations.group(ada, "unasked", Set.of(kim), Instant.now()));
        assertThat(conversations.direct(ada, eve, Instant.now()).conversation()).isEqualTo(known);
        assertThat(conversations.direct(kim, ada, Instant.now()).created()).isTrue();
    }

    private static void refused(Refusal why, Runnable what) {
        assertThatExceptionOfType(Refused.class).isThrownBy(what::run).matches(refused -> refused.why() == why);
    }

    private UserId someUser() {
        var name = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        return accounts.register(name, new DisplayName("Some User"), "no hash", Instant.now())
                .id();
    }

    private List<MembershipChange> relayed() {
        var all = new ArrayList<MembershipChange>();
        while (outbox.relay(100, all::addAll) == 100) {}
        return all;
    }
}
