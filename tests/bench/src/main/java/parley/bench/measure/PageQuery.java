package parley.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import parley.bench.measure.HistoryPages.PageRef;
import parley.cluster.server.DatabaseAddress;

/** The product's query for a page of messages: 50, and one more row that shows whether others follow. */
final class PageQuery implements AutoCloseable {

    private static final String QUERY =
            "SELECT conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, reply_to, ts"
                    + " FROM message WHERE conversation_id = ? AND pos > 0 AND pos < ? ORDER BY pos DESC LIMIT 51";

    private final Connection connection;
    private final PreparedStatement query;

    PageQuery(DatabaseAddress database) throws SQLException {
        connection = database.connect();
        query = connection.prepareStatement(QUERY);
    }

    /** @return the number of rows */
    int read(PageRef page) throws SQLException {
        query.setLong(1, page.conversation());
        query.setLong(2, page.before());
        int count = 0;
        try (var rows = query.executeQuery()) {
            for (; rows.next(); count++) rows.getString("body");
        }
        return count;
    }

    /** @throws IllegalStateException if the optimizer does not choose the primary key */
    void requirePrimaryKey(PageRef page) throws SQLException {
        try (var explain = connection.prepareStatement("EXPLAIN " + QUERY)) {
            explain.setLong(1, page.conversation());
            explain.setLong(2, page.before());
            var plan = explain.executeQuery();
            plan.next();
            var key = plan.getString("key");
            if (!"PRIMARY".equals(key)) throw new IllegalStateException("the page is read by index " + key);
        }
    }

    /** Rows and keys that this connection has read; {@code Handler_read_rnd_next} counts the rows of this query itself. */
    long readsSoFar() throws SQLException {
        try (var statement = connection.createStatement()) {
            var status = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'");
            long reads = 0;
            while (status.next()) if (!status.getString(1).equals("Handler_read_rnd_next")) reads += status.getLong(2);
            return reads;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
