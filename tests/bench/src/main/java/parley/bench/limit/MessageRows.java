package parley.bench.limit;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import parley.bench.log.MessageRecords;
import parley.cluster.client.Cids;
import parley.cluster.server.DatabaseAddress;

/** One connection that inserts rows as the persister's batches have them: one partition, some conversations. */
final class MessageRows implements AutoCloseable {

    static final String TABLE = "bench_message";
    static final int BATCH = 500;

    private static final int CONVERSATIONS = 100;
    private static final String INSERT =
            "INSERT INTO " + TABLE + " (conversation_id, pos, sender_id, cid, seq, log_partition,"
                    + " log_offset, state, body, reply_to, ts) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, NULL, ?)";

    private final Connection connection;
    private final PreparedStatement insert;
    private final int partition;
    private long offset;

    MessageRows(DatabaseAddress database, int partition) throws SQLException {
        this.partition = partition;
        connection = connect(database);
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(INSERT);
    }

    /** With the parameters of the server's data source that matter for batches. */
    static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&rewriteBatchedStatements=true&cachePrepStmts=true&connectionTimeZone=UTC"
                        .formatted(database.host(), database.port(), database.name()),
                database.user(),
                database.password());
    }

    /** One transaction. */
    void insertBatch() throws SQLException {
        var ts = new Timestamp(System.currentTimeMillis());
        for (int i = 0; i < BATCH; i++, offset++) {
            insert.setLong(1, (offset % CONVERSATIONS) * 12 + partition);
            insert.setLong(2, offset);
            insert.setLong(3, 1 + offset % (2 * CONVERSATIONS));
            insert.setBytes(4, bytes(UUID.fromString(Cids.now())));
            insert.setLong(5, 1 + offset / CONVERSATIONS);
            insert.setInt(6, partition);
            insert.setLong(7, offset);
            insert.setString(8, MessageRecords.BODY);
            insert.setTimestamp(9, ts);
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
    }

    private static byte[] bytes(UUID cid) {
        return ByteBuffer.allocate(16)
                .putLong(cid.getMostSignificantBits())
                .putLong(cid.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
