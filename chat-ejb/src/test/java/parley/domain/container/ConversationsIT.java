package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.account.entity.Block;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Username;
import parley.domain.conversation.boundary.ConversationViews;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.boundary.GroupDirectory;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.GroupListing;
import parley.domain.conversation.entity.Participant;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.report.boundary.Reports;
import parley.domain.report.entity.ReportView;
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
    GroupDirectory directory;

    @Inject
    Reports reports;

    @Inject
    Outbox outbox;

    @Inject
    UserTransaction transaction;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

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
        assertThat(memberships(relayed())).extracting(MembershipChange::user).containsExactlyInAnyOrder(ada, kim);
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
        assertThat(memberships(relayed())).extracting(MembershipChange::user).containsExactlyInAnyOrder(ada, kim);
        assertThat(relayed()).isEmpty();
    }

    @Test
    void what_a_node_of_the_version_before_did_not_send_is_sent_once() throws SQLException {
        var group =
                conversations.group(ada, "mixed", Set.of(kim), Instant.now()).conversation();
        relayed();
        earlier(group, eve, "'member'", 1, "NOW(6)");
        var sent = memberships(relayed());
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().user()).isEqualTo(eve);
        assertThat(sent.getFirst().joinedVersion()).isZero();
        assertThat(HexFormat.of().formatHex(sent.getFirst().cid().bytes()))
                .isEqualTo("0190163d86947a9b9a57b9e5f2ab0121");
        assertThat(relayed()).isEmpty();
    }

    @Test
    void changes_of_both_versions_are_sent_in_the_order_in_which_they_were_made() throws SQLException {
        var group = conversations.group(ada, "mixed", Set.of(kim), now()).conversation();
        relayed();
        earlier(group, kim, "'owner'", 2, "NOW(6) - INTERVAL 2 SECOND");
        conversations.add(group, ada, eve, now());
        earlier(group, kim, "NULL", 3, "NOW(6) + INTERVAL 2 SECOND");
        assertThat(memberships(relayed()))
                .extracting(MembershipChange::role)
                .containsExactly(Role.OWNER, Role.MEMBER, null);
        assertThat(relayed()).isEmpty();
    }

    private void earlier(ConversationId group, UserId user, String role, long version, String created)
            throws SQLException {
        sql("INSERT INTO outbox (conversation_id, user_id, actor_id, role, version, shown, cid, created_at) VALUES ("
                + group + ", " + user + ", " + ada + ", " + role + ", " + version
                + ", 1, UNHEX('0190163d86947a9b9a57b9e5f2ab012" + version + "'), " + created + ")");
    }

    @Test
    void each_change_of_a_membership_has_a_higher_version() {
        var group = conversations
                .group(ada, "coming and going", Set.of(kim), Instant.now())
                .conversation();
        conversations.add(group, ada, eve, Instant.now());
        conversations.remove(group, eve, eve, Instant.now());
        conversations.add(group, ada, eve, Instant.now());
        var eves = memberships(relayed()).stream()
                .filter(change -> change.user().equals(eve))
                .toList();
        assertThat(eves).extracting(MembershipChange::role).containsExactly(Role.MEMBER, null, Role.MEMBER);
        assertThat(eves).extracting(MembershipChange::version).isSorted().doesNotHaveDuplicates();
        assertThat(views.find(group, eve).orElseThrow().memberCount()).isEqualTo(3);
    }

    @Test
    void only_an_owner_changes_a_group_and_a_non_member_does_not_see_it() {
        var group = conversations.group(ada, "mine", Set.of(kim), Instant.now()).conversation();
        refused(Refusal.FORBIDDEN, () -> conversations.add(group, kim, eve, Instant.now()));
        refused(Refusal.NOT_FOUND, () -> conversations.add(group, eve, eve, Instant.now()));
        refused(Refusal.NOT_FOUND, () -> conversations.change(group, eve, title("yours"), Instant.now()));
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
        var sent = memberships(relayed());
        assertThat(sent).extracting(MembershipChange::role).containsExactly(Role.OWNER, null);
        assertThat(sent).extracting(MembershipChange::version).containsExactly(2L, 2L);
        assertThat(sent).allMatch(MembershipChange::shown);
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

    private static AttributeChange title(String title) {
        return new AttributeChange(title, null, null, null, null, null);
    }

    private static List<MembershipChange> memberships(List<OutboxChange> changes) {
        return changes.stream()
                .filter(MembershipChange.class::isInstance)
                .map(MembershipChange.class::cast)
                .toList();
    }

    private List<OutboxChange> relayed() {
        var all = new ArrayList<OutboxChange>();
        while (outbox.relay(100, all::addAll) == 100) {}
        return all;
    }

    @Test
    void a_new_group_is_published_with_its_attributes_before_its_members() {
        var attributes = new GroupAttributes(
                "engines", "boilers", Visibility.PUBLIC, Posting.MODERATORS, false, HistoryAccess.JOINED);
        var made = conversations.group(ada, attributes, Set.of(kim), Instant.now());
        var sent = relayed();
        assertThat(sent.getFirst()).isEqualTo(new GroupChange(made.conversation(), null, attributes, null, 1, null));
        assertThat(memberships(sent)).hasSize(2).allMatch(member -> member.joinedVersion() == 0);
        var view = views.find(made.conversation(), kim).orElseThrow();
        assertThat(view.attributes()).isEqualTo(attributes);
        assertThat(view.role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void a_change_of_a_group_is_published_with_what_changed() {
        var group =
                conversations.group(ada, "engines", Set.of(kim), Instant.now()).conversation();
        relayed();
        var given = new AttributeChange("engines", "boilers", null, null, true, null);
        var owed = conversations.change(group, ada, given, Instant.now()).owed();
        var expected = new AttributeChange(null, "boilers", null, null, true, null);
        assertThat(relayed()).hasSize(1).first().isEqualTo(owed.getFirst());
        assertThat(((GroupChange) owed.getFirst()).change()).isEqualTo(expected);
        assertThat(((GroupChange) owed.getFirst()).version()).isEqualTo(2);
        assertThat(conversations.change(group, ada, given, Instant.now()).owed())
                .as("the same again")
                .isEmpty();
        refused(Refusal.CONFLICT, () -> conversations.change(group, ada, title("other"), Instant.now()));
        refused(Refusal.CONFLICT, () -> conversations.add(group, ada, eve, Instant.now()));
        conversations.change(group, ada, new AttributeChange("other", null, null, null, false, null), Instant.now());
        assertThat(views.find(group, ada).orElseThrow().attributes().archived()).isFalse();
    }

    @Test
    void a_public_group_needs_a_title() {
        var group = conversations
                .group(ada, (String) null, Set.of(kim), Instant.now())
                .conversation();
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        refused(Refusal.BAD_REQUEST, () -> conversations.change(group, ada, open, Instant.now()));
    }

    @Test
    void moderators_describe_the_group_and_manage_members_only() {
        var group = conversations
                .group(ada, "engines", Set.of(kim, eve), Instant.now())
                .conversation();
        var lee = someUser();
        conversations.add(group, ada, kim, Role.MODERATOR, Instant.now());
        conversations.change(group, kim, title("boilers"), Instant.now());
        conversations.add(group, kim, lee, Instant.now());
        conversations.remove(group, kim, lee, Instant.now());
        refused(Refusal.FORBIDDEN, () -> conversations.add(group, kim, lee, Role.MODERATOR, Instant.now()));
        refused(Refusal.FORBIDDEN, () -> conversations.add(group, kim, eve, Role.MODERATOR, Instant.now()));
        refused(Refusal.FORBIDDEN, () -> conversations.remove(group, kim, ada, Instant.now()));
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        refused(Refusal.FORBIDDEN, () -> conversations.change(group, kim, open, Instant.now()));
        refused(Refusal.FORBIDDEN, () -> conversations.change(group, eve, title("pumps"), Instant.now()));
    }

    @Test
    void everybody_joins_a_public_group_and_nobody_a_private_or_archived_one() {
        var group = conversations.group(ada, "engines", Set.of(), Instant.now()).conversation();
        refused(Refusal.NOT_FOUND, () -> conversations.add(group, eve, eve, Instant.now()));
        assertThat(views.find(group, eve)).isEmpty();
        conversations.change(group, ada, new AttributeChange(null, null, Visibility.PUBLIC, null, null, null), now());
        var seen = views.find(group, eve).orElseThrow();
        assertThat(seen.role()).isNull();
        assertThat(seen.unread()).isEqualTo(UnreadCount.NONE);
        refused(Refusal.FORBIDDEN, () -> conversations.add(group, eve, eve, Role.OWNER, Instant.now()));
        assertThat(conversations.add(group, eve, eve, Instant.now()).created()).isTrue();
        assertThat(conversations.add(group, eve, eve, Instant.now()).created()).isFalse();
        conversations.change(group, ada, new AttributeChange(null, null, null, null, true, null), now());
        refused(Refusal.CONFLICT, () -> conversations.add(group, kim, kim, Instant.now()));
        conversations.remove(group, eve, eve, Instant.now());
        assertThat(conversations.role(group, eve)).isEmpty();
    }

    @Test
    void who_joins_a_public_group_that_everyone_has_left_owns_it() {
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        var group = conversations
                .group(ada, GroupAttributes.titled("engines").with(open), Set.of(), now())
                .conversation();
        conversations.remove(group, ada, ada, now());
        conversations.add(group, eve, eve, now());
        conversations.add(group, kim, kim, now());
        assertThat(conversations.role(group, eve)).contains(Role.OWNER);
        assertThat(conversations.role(group, kim)).contains(Role.MEMBER);
    }

    @Test
    void who_joins_later_was_not_there_for_earlier_messages() throws SQLException {
        var group = conversations.group(ada, "engines", Set.of(kim), now()).conversation();
        sql("UPDATE conversation SET last_pos = 41 WHERE id = " + group);
        conversations.add(group, ada, eve, now());
        assertThat(views.membersAt(group, new Position(41)))
                .extracting(ConversationView.Member::user)
                .containsExactlyInAnyOrder(ada, kim);
        assertThat(views.membersAt(group, new Position(42)))
                .extracting(ConversationView.Member::user)
                .containsExactlyInAnyOrder(ada, kim, eve);
    }

    @Test
    void who_joins_while_history_begins_with_joining_reads_nothing_until_the_record_is_stored() {
        var limited = GroupAttributes.titled("engines")
                .with(new AttributeChange(null, null, null, null, null, HistoryAccess.JOINED));
        var group =
                conversations.group(ada, limited, Set.of(kim), Instant.now()).conversation();
        relayed();
        conversations.add(group, ada, eve, Instant.now());
        var joined = memberships(relayed()).getFirst();
        assertThat(joined.joinedVersion()).isEqualTo(joined.version());
        assertThat(participant(group, eve).readFrom()).contains(ReadLimit.NOTHING);
        assertThat(participant(group, kim).readFrom()).contains(ReadLimit.NONE);
        conversations.add(group, ada, eve, Role.MODERATOR, Instant.now());
        assertThat(memberships(relayed()).getFirst().joinedVersion())
                .as("another role keeps the limit")
                .isEqualTo(joined.version());
        conversations.change(group, ada, new AttributeChange(null, null, null, null, null, HistoryAccess.ALL), now());
        assertThat(participant(group, eve).readFrom()).contains(ReadLimit.NONE);
    }

    @Test
    void public_groups_are_found_by_words_of_title_and_topic() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        var exact = conversations.group(ada, GroupAttributes.titled(word).with(open), Set.of(kim), now());
        var topic =
                new AttributeChange(null, "About " + word.toUpperCase(java.util.Locale.ROOT), null, null, null, null);
        var about = conversations.group(
                ada, GroupAttributes.titled("Café").with(open).with(topic), Set.of(), now());
        conversations.group(ada, word, Set.of(), now());
        var archived = new AttributeChange(null, null, null, null, true, null);
        conversations.group(ada, GroupAttributes.titled(word).with(open).with(archived), Set.of(), now());

        var found = directory.page(kim, word, DirectoryCursor.START, 10);
        assertThat(found.groups())
                .containsExactly(
                        new GroupListing(exact.conversation(), word, null, 2, true),
                        new GroupListing(about.conversation(), "Café", topic.topic(), 1, false));
        assertThat(found.next()).isNull();
        var first = directory.page(kim, word, DirectoryCursor.START, 1);
        assertThat(directory.page(kim, word, first.next(), 1).groups())
                .containsExactly(found.groups().getLast());
        assertThat(directory
                        .page(kim, "CAFE " + word, DirectoryCursor.START, 10)
                        .groups())
                .hasSize(1);
        assertThat(directory
                        .page(
                                kim,
                                null,
                                new DirectoryCursor(0, exact.conversation().value() - 1),
                                10)
                        .groups())
                .extracting(GroupListing::id)
                .startsWith(exact.conversation(), about.conversation());
    }

    @Test
    void a_block_is_published_when_it_is_set_and_when_it_is_lifted() {
        var set = blocks.block(kim, ada, Instant.now()).orElseThrow();
        assertThat(blocks.block(kim, ada, Instant.now())).isEmpty();
        var lifted = blocks.unblock(kim, ada, Instant.now()).orElseThrow();
        assertThat(blocks.unblock(kim, ada, Instant.now())).isEmpty();
        assertThat(set.holds()).isTrue();
        assertThat(lifted.holds()).isFalse();
        assertThat(lifted.version()).isGreaterThan(set.version());
        assertThat(relayed()).containsExactly(set, lifted);
    }

    @Test
    void a_block_that_a_node_of_the_version_before_changed_is_published() throws SQLException {
        var block = new Block(kim, ada);
        sql("INSERT INTO user_block (user_id, blocked_id, created_at) VALUES (" + kim + ", " + ada + ", NOW(6))");
        assertThat(blocks.all()).contains(block);
        assertThat(blocks.republish(block, now())).isTrue();
        assertThat(blocks.republish(block, now())).as("while it is pending").isFalse();
        assertThat(relayed()).singleElement().isInstanceOfSatisfying(BlockChange.class, sent -> {
            assertThat(sent.user()).isEqualTo(kim);
            assertThat(sent.blocked()).isEqualTo(ada);
            assertThat(sent.holds()).isTrue();
        });
        sql("DELETE FROM user_block WHERE user_id = " + kim);
        assertThat(blocks.republish(block, now())).isTrue();
        assertThat(relayed())
                .singleElement()
                .isInstanceOfSatisfying(
                        BlockChange.class, sent -> assertThat(sent.holds()).isFalse());
        assertThat(blocks.all()).doesNotContain(block);
    }

    @Test
    void a_message_is_reported_once_by_each_member_and_resolved_once() {
        var group =
                conversations.group(ada, "engines", Set.of(kim), Instant.now()).conversation();
        var first = reports.report(group, new Position(5), kim, "rude", now());
        var again = reports.report(group, new Position(5), kim, "still rude", now());
        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new ReportView.Made(first.report(), false));
        var second = reports.report(group, new Position(6), kim, null, now()).report();
        assertThat(reports.page(group, Long.MAX_VALUE, 1)).containsExactly(second);
        assertThat(reports.page(group, second.id(), 10)).containsExactly(first.report());

        var resolved = reports.resolve(group, second.id(), ada, now());
        assertThat(resolved.resolvedBy()).isEqualTo(ada);
        assertThat(reports.resolve(group, second.id(), kim, now()).resolvedBy()).isEqualTo(ada);
        refused(Refusal.NOT_FOUND, () -> reports.resolve(new ConversationId(1L << 50), second.id(), ada, now()));
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Participant participant(ConversationId group, UserId user) {
        return conversations.participant(group, user).orElseThrow();
    }

    /** As precise as the columns. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
