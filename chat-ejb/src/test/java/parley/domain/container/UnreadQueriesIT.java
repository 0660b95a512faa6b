package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Username;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.boundary.UnreadQueries;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.conversation.entity.UnreadQuestion;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.schema.SchemaMigration;

/** The statement that counts, on a real database. */
@ExtendWith(ArquillianExtension.class)
class UnreadQueriesIT {

    private static final int PARTITION = 76;

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Conversations conversations;

    @Inject
    UnreadQueries unread;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    private UserId ada;
    private UserId kim;
    private ConversationId group;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void a_group_with_messages_of_ada_at_10_to_50_and_of_kim_at_35() throws SQLException {
        schema.migrate();
        ada = someUser();
        kim = someUser();
        group = conversations.group(ada, "talk", Set.of(kim), Instant.now()).conversation();
        sql("DELETE FROM log_position WHERE log_partition = " + PARTITION);
        sql("INSERT INTO log_position (log_partition, topic_id, epoch, next_offset) VALUES (" + PARTITION
                + ", 'topic', 0, 60)");
        message(ada, 10, 1);
        message(ada, 20, 2);
        message(ada, 30, 3);
        message(kim, 35, 4);
        message(ada, 40, 5);
        message(ada, 50, 6);
        sql("UPDATE conversation SET last_seq = 6, last_pos = 50 WHERE id = " + group);
    }

    @Test
    void messages_of_others_after_the_place_count() {
        assertThat(count(kim, 0, true)).isEqualTo(5);
        assertThat(count(kim, 20, true)).isEqualTo(3);
        assertThat(count(kim, 25, true)).isEqualTo(3);
        assertThat(count(kim, 35, false)).isEqualTo(2);
        assertThat(count(kim, 50, false)).isZero();
        assertThat(count(kim, 99, false)).isZero();
        assertThat(count(ada, 50, false)).isZero();
    }

    @Test
    void the_answer_tells_up_to_where_it_counts() {
        assertThat(answer(kim, 20, true, Set.of()).next()).isEqualTo(new Position(60));
    }

    @Test
    void a_revoked_message_does_not_count() throws SQLException {
        revoke(30, 55);
        revoke(10, 56);
        assertThat(count(kim, 20, true)).isEqualTo(2);
        assertThat(count(kim, 0, true)).isEqualTo(3);
        revoke(35, 57);
        assertThat(count(kim, 20, true)).isEqualTo(2);
        assertThat(count(ada, 20, true)).isZero();
    }

    @Test
    void a_message_whose_revoke_is_only_in_the_log_does_not_count_before_and_after_it_is_stored() throws SQLException {
        var revoked = Set.of(new Position(30), new Position(35), new Position(99));
        assertThat(answer(kim, 20, true, revoked).count().unread()).isEqualTo(2);
        revoke(30, 55);
        assertThat(answer(kim, 20, true, revoked).count().unread()).isEqualTo(2);
    }

    @Test
    void messages_after_the_place_that_mention_the_reader_are_counted() throws SQLException {
        mention(30, kim);
        mention(40, kim);
        mention(50, ada);
        mention(10, kim);
        assertThat(counts(kim, 20)).isEqualTo(new UnreadCount(3, 2));
        assertThat(counts(kim, 30)).isEqualTo(new UnreadCount(2, 1));
        assertThat(answer(kim, 20, true, Set.of(new Position(40))).count()).isEqualTo(new UnreadCount(2, 1));
    }

    @Test
    void a_mention_whose_message_is_edited_in_the_log_is_not_counted_but_the_message_is() throws SQLException {
        mention(30, kim);
        mention(40, kim);
        var edited = Set.of(new Position(30), new Position(50));
        var question = new UnreadQuestion(kim, group, PARTITION, new Position(20), null, true, Set.of(), edited);
        assertThat(unread.count(List.of(question)).getFirst().count()).isEqualTo(new UnreadCount(3, 1));
    }

    @Test
    void a_mention_before_the_reader_joined_again_is_not_counted_but_the_message_is() throws SQLException {
        mention(30, kim);
        mention(40, kim);
        sql("UPDATE membership SET entered_pos = 30 WHERE conversation_id = " + group + " AND user_id = " + kim);
        assertThat(joined(0)).isEqualTo(new UnreadCount(3, 1));
        assertThat(joined(40)).as("as only the log knows").isEqualTo(new UnreadCount(3, 0));
    }

    private UnreadCount joined(long entered) {
        var question = new UnreadQuestion(
                kim, group, PARTITION, new Position(20), new Position(entered), true, Set.of(), Set.of());
        return unread.count(List.of(question)).getFirst().count();
    }

    @Test
    void questions_of_several_members_are_answered_in_their_order() {
        var questions = new ArrayList<UnreadQuestion>();
        for (int i = 0; i < 450; i++)
            questions.add(question(i % 2 == 0 ? kim : ada, i % 3 == 0 ? 20 : 30, true, Set.of()));
        var answers = unread.count(questions);
        for (int i = 0; i < questions.size(); i++) {
            var place = questions.get(i).place();
            assertThat(answers.get(i).place()).isEqualTo(place);
            long expected = i % 2 == 1 ? 1 : place.value() == 20 ? 3 : 2;
            assertThat(answers.get(i).count().unread()).as("question " + i).isEqualTo(expected);
        }
    }

    @Test
    void a_conversation_that_does_not_exist_has_nothing_unread() {
        var nowhere = new UnreadQuestion(
                kim, new ConversationId(1L << 52), PARTITION, new Position(0), null, true, Set.of(), Set.of());
        assertThat(unread.count(List.of(nowhere)).getFirst().count()).isEqualTo(UnreadCount.NONE);
    }

    @Test
    void the_places_of_all_conversations_are_read_at_once() {
        var other = conversations.group(kim, "other", Set.of(), Instant.now()).conversation();
        assertThat(unread.places(kim))
                .extracting(UnreadQueries.StoredPlace::conversation)
                .containsExactlyInAnyOrder(group, other);
        assertThat(unread.places(kim))
                .filteredOn(place -> place.conversation().equals(group))
                .singleElement()
                .satisfies(place -> assertThat(place.lastPos()).isEqualTo(new Position(50)));
    }

    @Test
    void a_hundred_thousand_unread_messages_are_counted_quickly() throws SQLException {
        sql(
                "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts)"
                        + " SELECT " + group + ", 100 + n, " + ada + ", UNHEX(MD5(n)), 6 + n, " + PARTITION
                        + ", 100 + n, 0, 'x', NOW(6) FROM (WITH RECURSIVE numbers (n) AS"
                        + " (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 900) SELECT a.n + 900 * (b.n - 1) AS n"
                        + " FROM numbers a, numbers b WHERE b.n <= 112) many");
        sql("UPDATE conversation SET last_seq = 100806, last_pos = 100900 WHERE id = " + group);
        var questions = java.util.Collections.nCopies(200, question(kim, 20, true, Set.of()));
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long begin = System.nanoTime();
            assertThat(unread.count(questions))
                    .allMatch(answer -> answer.count().unread() == 100_803);
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofSeconds(2));
    }

    private long count(UserId reader, long place, boolean mayHaveSent) {
        return answer(reader, place, mayHaveSent, Set.of()).count().unread();
    }

    private UnreadCount counts(UserId reader, long place) {
        return answer(reader, place, true, Set.of()).count();
    }

    private StoredUnread answer(UserId reader, long place, boolean mayHaveSent, Set<Position> revoked) {
        return unread.count(List.of(question(reader, place, mayHaveSent, revoked)))
                .getFirst();
    }

    private UnreadQuestion question(UserId reader, long place, boolean mayHaveSent, Set<Position> revoked) {
        return new UnreadQuestion(reader, group, PARTITION, new Position(place), null, mayHaveSent, revoked, Set.of());
    }

    private void message(UserId sender, long pos, long seq) throws SQLException {
        sql(
                "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts)"
                        + " VALUES (" + group + ", " + pos + ", " + sender + ", UNHEX('" + cid() + "'), " + seq + ", "
                        + PARTITION + ", " + pos + ", 0, 'body', NOW(6))");
    }

    private void revoke(long target, long at) throws SQLException {
        sql("INSERT INTO message_event (conversation_id, at, target, kind, actor_id, cid, log_partition, log_offset,"
                + " shown, ts) VALUES (" + group + ", " + at + ", " + target + ", 'revoked', " + ada + ", UNHEX('"
                + cid() + "'), " + PARTITION + ", " + at + ", 1, NOW(6))");
        sql("UPDATE message SET state = 2, body = '' WHERE conversation_id = " + group + " AND pos = " + target);
    }

    private void mention(long pos, UserId user) throws SQLException {
        sql("INSERT INTO mention (conversation_id, pos, user_id, ts) VALUES (" + group + ", " + pos + ", " + user
                + ", NOW(6))");
    }

    private static String cid() {
        return Cid.at(Instant.now()).toString().replace("-", "");
    }

    private void sql(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private UserId someUser() {
        var name = "u" + UUID.randomUUID().toString().substring(0, 12);
        return accounts.register(new Username(name), new DisplayName("Some User"), "no hash", Instant.now())
                .id();
    }
}
