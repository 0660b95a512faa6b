package parley.bench.limit;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import parley.bench.data.LogRecords;
import parley.bench.run.Bench;
import parley.cluster.client.Cids;
import parley.cluster.server.DatabaseAddress;

/**
 * What the database does alone: batches of 500 rows, one transaction each, into an empty table like {@code message}, with
 * one connection and with one for each core. Each connection inserts rows of one partition, as the persister's batches do.
 */
public final class InsertLimit {

    private static final int BATCH = 500;
    private static final int CONVERSATIONS = 100;
    private static final String TABLE = "bench_message";
    private static final String INSERT =
            "INSERT INTO " + TABLE + " (conversation_id, pos, sender_id, cid, seq, log_partition,"
                    + " log_offset, state, body, reply_to, ts) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, NULL, ?)";

    private InsertLimit() {}

    /** The limit of the persister, which stores several partitions at once. */
    public static String byAllCores() {
        return name(cores());
    }

    private static String name(int connections) {
        return connections == 1 ? "raw inserts, 1 connection" : "raw inserts, %d connections".formatted(connections);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    public static void measure(Bench bench) throws Exception {
        for (int connections : IntStream.of(1, cores()).distinct().toArray()) {
            bench.cluster().rows().execute("CREATE TABLE " + TABLE + " LIKE message");
            try {
                measure(bench, connections);
            } finally {
                bench.cluster().rows().execute("DROP TABLE " + TABLE);
            }
        }
    }

    private static void measure(Bench bench, int count) throws Exception {
        var rows = new LongAdder();
        var connections = new ArrayList<Connection>();
        try (var tasks = new RepeatedTasks()) {
            for (int partition = 0; partition < count; partition++) {
                var connection = connect(bench.cluster().database().address());
                connections.add(connection);
                insertBatches(tasks, connection, partition, rows);
            }
            bench.addRate(name(count), "rows/s", rows);
        }
        for (var connection : connections) connection.close();
    }

    /** With the parameters of the server's data source that affect batches. */
    private static Connection connect(DatabaseAddress database) throws SQLException {
        var url = "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&rewriteBatchedStatements=true"
                + "&cachePrepStmts=true&connectionTimeZone=UTC";
        var connection = DriverManager.getConnection(
                url.formatted(database.host(), database.port(), database.name()), database.user(), database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insertBatches(RepeatedTasks tasks, Connection connection, int partition, LongAdder rows)
            throws SQLException {
        var insert = connection.prepareStatement(INSERT);
        tasks.repeat(batch -> {
            for (int i = 0; i < BATCH; i++) addRow(insert, partition, batch * BATCH + i);
            insert.executeBatch();
            connection.commit();
            rows.add(BATCH);
        });
    }

    private static void addRow(PreparedStatement insert, int partition, long offset) throws SQLException {
        var cid = UUID.fromString(Cids.now());
        var bytes =
                ByteBuffer.allocate(16).putLong(cid.getMostSignificantBits()).putLong(cid.getLeastSignificantBits());
        insert.setLong(1, (offset % CONVERSATIONS) * 12 + partition);
        insert.setLong(2, offset);
        insert.setLong(3, 1 + offset % (2 * CONVERSATIONS));
        insert.setBytes(4, bytes.array());
        insert.setLong(5, 1 + offset / CONVERSATIONS);
        insert.setInt(6, partition);
        insert.setLong(7, offset);
        insert.setString(8, LogRecords.BODY);
        insert.setTimestamp(9, new Timestamp(System.currentTimeMillis()));
        insert.addBatch();
    }
}
