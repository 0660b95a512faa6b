package parley.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import parley.cluster.server.DatabaseAddress;

/** The query by which the product reads the messages of a page, with the one row more that tells whether others follow. */
final class PageQuery implements AutoCloseable {

    static final int PAGE = 50;

    private static final String QUERY =
            "SELECT conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, reply_to, ts"
                    + " FROM message WHERE conversation_id = ? AND pos > 0 AND pos < ? ORDER BY pos DESC LIMIT "
                    + (PAGE + 1);

    private final Connection connection;
    private final PreparedStatement query;

    PageQuery(DatabaseAddress database) throws SQLException {
        connection = database.connect();
        query = connection.prepareStatement(QUERY);
    }

    /** How many rows came. */
    int read(Place place) throws SQLException {
        query.setLong(1, place.conversation());
        query.setLong(2, place.before());
        int count = 0;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                rows.getString("body");
                count++;
            }
        }
        return count;
    }

    /** @throws IllegalStateException where the database would not go by the primary key: that would be another query */
    void requireByPrimaryKey(Place place) throws SQLException {
        try (var explain = connection.prepareStatement("EXPLAIN " + QUERY)) {
            explain.setLong(1, place.conversation());
            explain.setLong(2, place.before());
            try (var plan = explain.executeQuery()) {
                plan.next();
                var key = plan.getString("key");
                if (!"PRIMARY".equals(key)) throw new IllegalStateException("the page is read by the index " + key);
            }
        }
    }

    /** Of rows and of keys, by this connection. */
    long readsSoFar() throws SQLException {
        long reads = 0;
        try (Statement statement = connection.createStatement();
                var status = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (status.next()) {
                if (!status.getString(1).equals("Handler_read_rnd_next"))
                    reads += status.getLong(2); // the status's own rows
            }
        }
        return reads;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
