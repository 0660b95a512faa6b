package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
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
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.MentionQueries;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.MessageView;
import parley.domain.schema.SchemaMigration;

/** Lists of mentions, originals of replies, and the first message of a day, on a real database. */
@ExtendWith(ArquillianExtension.class)
class MentionsIT {

    private static final Instant START = Instant.parse("9999-01-01T00:00:00Z");
    private static final int EPOCH = 0;

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Conversations conversations;

    @Inject
    MentionQueries mentions;

    @Inject
    MessageQueries messages;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    private UserId ada;
    private UserId kim;
    private ConversationId one;
    private ConversationId other;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void two_groups_with_messages() throws SQLException {
        schema.migrate();
        ada = someUser();
        kim = someUser();
        one = conversations.group(ada, "one", Set.of(kim), Instant.now()).conversation();
        other = conversations.group(ada, "other", Set.of(kim), Instant.now()).conversation();
        message(one, 5, "first", "2026-03-01 10:00:00.000001");
        message(one, 9, "second", "2026-03-01 10:00:02");
        message(other, 5, "between", "2026-03-01 10:00:01");
        message(one, 1L << 41, "in the next epoch", "2026-03-02 10:00:00");
        mention(one, 5);
        mention(one, 9);
        mention(other, 5);
    }

    @Test
    void mentions_are_listed_newest_first_in_pages() {
        var all = mentions.page(kim, START, 0, 0, 10, EPOCH).views();
        assertThat(all).extracting(MessageView::body).containsExactly("second", "between", "first");
        assertThat(all.getLast().ts()).isEqualTo(Instant.parse("2026-03-01T10:00:00.000001Z"));
        var last = all.get(1);
        assertThat(mentions.page(
                                kim,
                                last.ts(),
                                last.conversation().value(),
                                last.pos().value(),
                                10,
                                EPOCH)
                        .views())
                .extracting(MessageView::body)
                .containsExactly("first");
        assertThat(mentions.page(kim, START, 0, 0, 2, EPOCH).views()).hasSize(2);
        assertThat(mentions.page(ada, START, 0, 0, 2, EPOCH).views()).isEmpty();
    }

    @Test
    void changes_are_folded_into_the_message_of_their_own_conversation() throws SQLException {
        edit(one, 20, 5, "edited");
        assertThat(mentions.page(kim, START, 0, 0, 10, EPOCH).views())
                .extracting(MessageView::body)
                .containsExactly("second", "between", "edited");
    }

    @Test
    void a_message_that_is_revoked_while_the_list_is_read_keeps_its_place() throws SQLException {
        // Its row in mention has been read by then.
        sql("UPDATE message SET state = 2, body = '', mentions = NULL WHERE conversation_id = " + one + " AND pos = 9");
        var page = mentions.page(kim, START, 0, 0, 3, EPOCH).views();
        assertThat(page).extracting(view -> view.pos().value()).containsExactly(9L, 5L, 5L);
        assertThat(page.getFirst().body()).isNull();
        assertThat(page.getFirst().mentions().isNone()).isTrue();
    }

    @Test
    void a_conversation_that_the_user_left_is_left_out() {
        conversations.remove(one, kim, kim, Instant.now());
        assertThat(mentions.page(kim, START, 0, 0, 10, EPOCH).views())
                .extracting(MessageView::body)
                .containsExactly("between");
    }

    @Test
    void messages_at_given_positions_have_their_changes() throws SQLException {
        edit(one, 20, 5, "edited");
        assertThat(messages.at(one, List.of(new Position(5), new Position(9), new Position(77))))
                .extracting(MessageView::body)
                .containsExactlyInAnyOrder("edited", "second");
        assertThat(messages.at(one, List.of())).isEmpty();
    }

    @Test
    void the_first_message_from_a_time_on_is_found_by_its_position() throws SQLException {
        for (int i = 10; i < 60; i++) message(one, i, "m" + i, "2026-03-01 11:00:" + i);
        assertThat(messages.firstFrom(one, Instant.parse("2026-01-01T00:00:00Z")))
                .contains(new Position(5));
        assertThat(messages.firstFrom(one, Instant.parse("2026-03-01T10:00:00.000002Z")))
                .contains(new Position(9));
        assertThat(messages.firstFrom(one, Instant.parse("2026-03-01T11:00:37Z")))
                .contains(new Position(37));
        assertThat(messages.firstFrom(one, Instant.parse("2026-03-01T11:00:37.1Z")))
                .contains(new Position(38));
        assertThat(messages.firstFrom(one, Instant.parse("2026-03-02T00:00:00Z")))
                .contains(new Position(1L << 41));
        assertThat(messages.firstFrom(one, Instant.parse("2026-03-03T00:00:00Z")))
                .isEmpty();
        assertThat(messages.firstFrom(new ConversationId(one.value() + 1_000_000), Instant.EPOCH))
                .isEmpty();
    }

    private UserId someUser() {
        var name = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        return accounts.register(name, new DisplayName("Some User"), "no hash", Instant.now())
                .id();
    }

    private void message(ConversationId conversation, long pos, String body, String ts) throws SQLException {
        sql(
                "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts,"
                        + " mentions) VALUES (" + conversation + ", " + pos + ", " + ada + ", " + cid() + ", 1, 78, "
                        + pos
                        + ", 0, '" + body + "', '" + ts + "', '" + kim + "')");
    }

    private void edit(ConversationId conversation, long at, long target, String body) throws SQLException {
        sql("INSERT INTO message_event (conversation_id, at, target, kind, actor_id, cid, log_partition, log_offset,"
                + " shown, body, ts) VALUES (" + conversation + ", " + at + ", " + target + ", 'edited', " + ada + ", "
                + cid() + ", 78, " + at + ", 0, '" + body + "', NOW(6))");
    }

    private void mention(ConversationId conversation, long pos) throws SQLException {
        sql("INSERT INTO mention (conversation_id, pos, user_id, ts) SELECT conversation_id, pos, " + kim
                + ", ts FROM message WHERE conversation_id = " + conversation + " AND pos = " + pos);
    }

    private static String cid() {
        return "UNHEX(REPLACE('" + Cid.at(Instant.now()) + "', '-', ''))";
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
