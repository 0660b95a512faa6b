package parley.persister.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import parley.domain.identity.ConversationId;
import parley.domain.schema.SchemaMigration;
import parley.log.record.LogRecords;

/** The tables that the store writes. */
@Dependent
public class StoreTables {

    private static final String[] WRITTEN = {
        "message", "message_event", "mention", "log_position", "log_repeat", "log_gap", "conversation", "membership"
    };

    @Inject
    SchemaMigration schema;

    @Resource(lookup = "jdbc/parley")
    DataSource database;

    public void clear() throws SQLException {
        schema.migrate();
        for (var table : WRITTEN) execute("DELETE FROM " + table);
    }

    /** Adds a conversation of users 1 and 2 whose records belong to {@code partition}. */
    public ConversationId conversation(int partition, int partitions) throws SQLException {
        var id = LongStream.rangeClosed(1, 1_000)
                .mapToObj(ConversationId::new)
                .filter(candidate -> LogRecords.partition(candidate, partitions) == partition)
                .findFirst()
                .orElseThrow();
        execute("INSERT INTO conversation (id, kind, title, member_count, last_at, created_at)" + " VALUES (" + id
                + ", 'group', 'store', 2, '2026-01-01', '2026-01-01')");
        for (int user = 1; user <= 2; user++) {
            execute("INSERT INTO membership (conversation_id, user_id, role, version) VALUES (" + id + ", " + user
                    + ", 'member', 1)");
        }
        return id;
    }

    public void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each with its columns separated by spaces. */
    public List<String> select(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) rows.add(row(found));
            return rows;
        }
    }

    private static String row(ResultSet found) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) columns.add(found.getString(i));
        return String.join(" ", columns);
    }
}
