package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
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
import parley.domain.group.AttributeChange;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Visibility;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class StoredHistoryIT {

    private static final int PARTITION = 78;
    private static final int EPOCH = 0;
    private static final PageRange NEWEST = PageRange.newest(10);

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Conversations conversations;

    @Inject
    StoredHistory history;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    private UserId ada;
    private UserId eve;
    private ConversationId group;

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void a_group_with_two_messages_and_a_partition_without_position() throws SQLException {
        schema.migrate();
        ada = someUser();
        eve = someUser();
        group = conversations.group(ada, "talk", Set.of(), Instant.now()).conversation();
        sql("DELETE FROM log_position WHERE log_partition IN (" + PARTITION + ", " + (PARTITION + 1) + ")");
        message(5, 1);
        message(9, 2);
    }

    @Test
    void a_page_of_a_partition_without_position_reflects_offset_0() {
        var page = history.readFor(ada, group, NEWEST, PARTITION, EPOCH).orElseThrow();
        assertThat(page.nextOffset()).isZero();
        assertThat(page.views()).extracting(MessageView::pos).containsExactly(new Position(5), new Position(9));
    }

    @Test
    void a_page_comes_with_the_position_of_its_partition_and_epoch() throws SQLException {
        position(PARTITION, EPOCH, 10);
        position(PARTITION + 1, EPOCH, 20);
        assertThat(history.readFor(ada, group, NEWEST, PARTITION, EPOCH)
                        .orElseThrow()
                        .nextOffset())
                .isEqualTo(10);
        assertThat(history.readFor(ada, group, NEWEST, PARTITION, EPOCH + 1)
                        .orElseThrow()
                        .nextOffset())
                .as("a position of another epoch")
                .isZero();
    }

    @Test
    void a_stranger_gets_no_page_with_or_without_position() throws SQLException {
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)).isEmpty();
        position(PARTITION, EPOCH, 10);
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)).isEmpty();
    }

    @Test
    void a_former_member_gets_no_page() {
        conversations.add(group, ada, eve, Instant.now());
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)).isPresent();
        conversations.remove(group, eve, eve, Instant.now());
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)).isEmpty();
    }

    private UserId someUser() {
        var name = new Username("u" + UUID.randomUUID().toString().substring(0, 12));
        return accounts.register(name, new DisplayName("Some User"), "no hash", Instant.now())
                .id();
    }

    private void message(long pos, int seq) throws SQLException {
        sql(
                "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts)"
                        + " VALUES (" + group.value() + ", " + pos + ", " + ada.value()
                        + ", UNHEX(REPLACE('" + Cid.at(Instant.now()) + "', '-', '')), " + seq + ", " + PARTITION + ", "
                        + pos
                        + ", 0, 'hello', NOW(6))");
    }

    private void position(int partition, int epoch, long nextOffset) throws SQLException {
        sql("REPLACE INTO log_position (log_partition, topic_id, epoch, next_offset) VALUES (" + partition
                + ", 'topic', " + epoch + ", " + nextOffset + ")");
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_limited_member_gets_what_follows_the_record_of_joining() throws SQLException {
        var limited = new AttributeChange(null, null, null, null, null, HistoryAccess.JOINED);
        conversations.change(group, ada, limited, Instant.now());
        conversations.add(group, ada, eve, Instant.now());
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)
                        .orElseThrow()
                        .views())
                .isEmpty();
        sql("UPDATE membership SET joined_pos = 7 WHERE conversation_id = " + group + " AND user_id = " + eve);
        var page = history.readFor(eve, group, NEWEST, PARTITION, EPOCH).orElseThrow();
        assertThat(page.views()).extracting(MessageView::pos).containsExactly(new Position(9));
        assertThat(page.readFrom()).isEqualTo(new Position(7));
    }

    @Test
    void everybody_gets_a_page_of_a_public_group() {
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        conversations.change(group, ada, open, Instant.now());
        assertThat(history.readFor(eve, group, NEWEST, PARTITION, EPOCH)
                        .orElseThrow()
                        .views())
                .hasSize(2);
    }

    @Test
    void a_change_of_the_group_is_a_line_of_its_history() throws SQLException {
        sql("INSERT INTO message_event (conversation_id, at, target, kind, actor_id, cid, log_partition, log_offset,"
                + " shown, attributes, ts) VALUES (" + group.value() + ", 10, 0, 'changed', " + ada.value()
                + ", UNHEX(REPLACE('" + Cid.at(Instant.now()) + "', '-', '')), " + PARTITION
                + ", 10, 1, '{\"title\":\"Boilers\"}', NOW(6))");
        var last = history.readFor(ada, group, NEWEST, PARTITION, EPOCH)
                .orElseThrow()
                .views()
                .getLast();
        assertThat(last.notice())
                .isEqualTo(
                        new EventDetail.GroupChanged(new AttributeChange("Boilers", null, null, null, null, null), 0));
    }
}
