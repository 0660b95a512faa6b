package parley.cluster.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Access to the database without the product. */
public final class Rows {

    private final DatabaseAddress database;

    public Rows(DatabaseAddress database) {
        this.database = database;
    }

    public record Row(long pos, long sender, String cid, long seq, int state) {}

    /** The messages of a conversation, in order of pos. */
    public List<Row> of(long conversation) {
        return select("SELECT pos, sender_id, LOWER(HEX(cid)), seq, state FROM message WHERE conversation_id = "
                        + conversation + " ORDER BY pos")
                .stream()
                .map(row -> new Row(
                        number(row.get(0)), number(row.get(1)), row.get(2).toString(), number(row.get(3)), (int)
                                number(row.get(4))))
                .toList();
    }

    public long count(Collection<Long> conversations) {
        var ids = conversations.stream().map(String::valueOf).collect(Collectors.joining(","));
        return number(select("SELECT COUNT(*) FROM message WHERE conversation_id IN (" + ids + ")")
                .getFirst()
                .getFirst());
    }

    /** {@code next_offset} of each partition that has one. */
    public Map<Integer, Long> nextOffsets() {
        var next = new LinkedHashMap<Integer, Long>();
        for (var row : select("SELECT log_partition, next_offset FROM log_position ORDER BY log_partition")) {
            next.put((int) number(row.get(0)), number(row.get(1)));
        }
        return next;
    }

    /** Any other query. */
    public List<List<Object>> select(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) row.add(result.getObject(i));
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Any statement that is not a query. */
    public void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @FunctionalInterface
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Streams the rows of a query, which need not fit in memory. */
    public void each(String sql, Taker taker) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE); // Connector/J streams
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) taker.take(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
