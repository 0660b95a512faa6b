package parley.system.admin;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import parley.cluster.server.DatabaseAddress;
import parley.cluster.server.Eventually;

/** Writes messages as a persister of the first version does: it knows no column that came later. */
final class MessageWriter implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final String INSERT =
            "INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition,"
                    + " log_offset, state, body, ts) VALUES (1, ?, 1, UNHEX(LPAD(HEX(?), 32, '0')), ?, 0, ?, 0, 'meanwhile', NOW())";

    private final DatabaseAddress database;
    private final long first;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private volatile boolean running = true;
    private volatile long total;
    private volatile long forgotten;
    private volatile long longest;

    /** @param first the first position that is free */
    MessageWriter(DatabaseAddress database, long first) {
        this.database = database;
        this.first = first;
    }

    void start() {
        writing = CompletableFuture.runAsync(this::write, Executors.newVirtualThreadPerTaskExecutor());
    }

    private void write() {
        try (var connection = database.connect();
                var insert = connection.prepareStatement(INSERT)) {
            while (running) {
                for (int i = 1; i <= 4; i++) insert.setLong(i, first + total);
                long began = System.nanoTime();
                insert.executeUpdate();
                longest = Math.max(longest, System.nanoTime() - began);
                total++;
                Eventually.pause(PAUSE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The figures begin again. */
    void forget() {
        forgotten = total;
        longest = 0;
    }

    long written() {
        return total - forgotten;
    }

    long longestMillis() {
        return Duration.ofNanos(longest).toMillis();
    }

    /** Since the start. */
    long total() {
        return total;
    }

    /** Fails if a message could not be written. */
    void stop() {
        running = false;
        writing.join();
    }

    @Override
    public void close() {
        running = false;
    }
}
