package parley.bench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import parley.cluster.server.DatabaseAddress;

/**
 * Many rows in the place of {@code message}, until it is closed. The conversations follow each other from
 * {@link #conversation()} on, the largest first; each row's place is {@link #STRIDE} after the one before.
 */
final class HistoryRows implements AutoCloseable {

    /** Others of the same partition lie between. */
    static final int STRIDE = 7;

    private static final String ROWS = "bench_history";
    private static final String ASIDE = "bench_message_aside";
    private static final String SIZES = "bench_size";
    private static final String NUMBERS = "bench_number";
    private static final int AT_ONCE = 1_000;

    /** As people write: 20 to 180 letters, 100 on average. In the order of the primary key, so that the rows are appended. */
    private static final String FILL = """
            INSERT INTO %s (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, reply_to, ts)
            SELECT STRAIGHT_JOIN s.conversation_id, n.n * %d, s.sender_id + n.n MOD 2,
                UNHEX(CONCAT(LPAD(HEX(1735689600000 + n.n * 1000), 12, '0'), '70008000', LPAD(HEX(n.n), 12, '0'))),
                n.n, s.conversation_id MOD 12, n.n * %2$d, 0, LEFT(s.text, 20 + (n.n * 37) MOD 161), NULL,
                TIMESTAMPADD(SECOND, n.n, '2025-01-01')
            FROM %s s JOIN %s n ON n.n <= s.size ORDER BY s.conversation_id, n.n""";

    private final Connection connection;
    private final Sizes sizes;
    private final long conversation;

    /** @param reader who may read all of them */
    HistoryRows(DatabaseAddress database, Sizes sizes, long reader) throws SQLException {
        this.sizes = sizes;
        connection = database.connect();
        conversation = number("SELECT COALESCE(MAX(id), 0) + 1 FROM conversation");
        execute("CREATE TABLE " + SIZES
                + " (conversation_id BIGINT PRIMARY KEY, size INT, sender_id BIGINT, text VARCHAR(200))");
        execute("CREATE TABLE " + NUMBERS + " (n INT PRIMARY KEY)");
        execute("CREATE TABLE " + ROWS + " LIKE message");
        conversations(reader);
        numbers();
        // An empty table, and nothing to check: the database sorts each index by itself instead of searching its place.
        execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
        execute(FILL.formatted(ROWS, STRIDE, SIZES, NUMBERS));
        execute("ANALYZE TABLE " + ROWS);
        execute("RENAME TABLE message TO " + ASIDE + ", " + ROWS + " TO message");
    }

    private void conversations(long reader) throws SQLException {
        var text = "So we meet at ten, as it stands in the calendar? I have the figures and the two drafts with me. "
                .repeat(2);
        var rows = new ArrayList<String>();
        var members = new ArrayList<String>();
        var counted = new ArrayList<String>();
        for (int i = 0; i < sizes.ofEach().length; i++) {
            long id = conversation + i;
            int size = sizes.ofEach()[i];
            counted.add("(%d, %d, %d, '%s')".formatted(id, size, reader, text));
            rows.add("(%d, 'group', 'history', 2, %d, %d, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                    .formatted(id, size, (long) size * STRIDE));
            members.add("(%d, %d, 'member', 1)".formatted(id, reader));
        }
        insert("conversation (id, kind, title, member_count, last_seq, last_pos, last_at, created_at)", rows);
        insert("membership (conversation_id, user_id, role, version)", members);
        insert(SIZES, counted);
    }

    private void numbers() throws SQLException {
        execute("INSERT INTO " + NUMBERS + " VALUES (1)");
        for (int last = 1; last < sizes.largest(); last *= 2) {
            execute("INSERT INTO " + NUMBERS + " SELECT n + " + last + " FROM " + NUMBERS + " WHERE n + " + last
                    + " <= " + sizes.largest());
        }
    }

    private void insert(String into, List<String> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            execute("INSERT INTO " + into + " VALUES "
                    + String.join(",", rows.subList(from, Math.min(rows.size(), from + AT_ONCE))));
        }
    }

    long conversation() {
        return conversation;
    }

    Sizes sizes() {
        return sizes;
    }

    long count() throws SQLException {
        return number("SELECT COUNT(*) FROM message");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("RENAME TABLE message TO " + ROWS + ", " + ASIDE + " TO message");
        execute("DROP TABLE " + ROWS + ", " + SIZES + ", " + NUMBERS);
        execute("DELETE FROM membership WHERE conversation_id >= " + conversation);
        execute("DELETE FROM conversation WHERE id >= " + conversation);
        connection.close();
    }
}
