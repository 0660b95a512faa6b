package parley.faults.model;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Rows;

/** Reads log and database directly, without the product, after the run. */
public final class EvidenceReader {

    private static final String MESSAGES =
            "SELECT log_partition, log_offset, conversation_id, sender_id, cid, pos, seq, state, body, COALESCE(reply_to, 0) FROM message";
    private static final String EVENTS =
            "SELECT log_partition, log_offset, conversation_id, actor_id, cid, at, kind, target, body FROM message_event";
    private static final String REPEATS =
            "SELECT log_partition, log_offset, why, COALESCE(first_pos, -1) FROM log_repeat";

    private final Log log;
    private final Rows rows;

    public EvidenceReader(Log log, Rows rows) {
        this.log = log;
        this.rows = rows;
    }

    /** Waits until {@code next_offset} has reached the end of every partition. */
    public void awaitStored(Duration limit) {
        Eventually.holds(limit, () -> {
            var next = rows.nextOffsets();
            log.ends(Log.MESSAGES).forEach((partition, end) -> {
                if (end > 0 && next.getOrDefault(partition, 0L) < end) {
                    throw new AssertionError(
                            "partition %d is stored up to %d of %d".formatted(partition, next.get(partition), end));
                }
            });
        });
    }

    /** @param pages by node and conversation: the complete history over REST */
    public Evidence read(Map<String, Map<Long, Lines>> pages, FinalState shown) {
        var records = new ArrayList<LogRecord>();
        log.each(Log.MESSAGES, record -> records.add(LogRecordReader.read(record)));
        records.sort(Comparator.comparing(
                LogRecord::logOffset,
                Comparator.comparingInt(LogOffset::partition).thenComparingLong(LogOffset::offset)));
        var messages = new ArrayList<Evidence.MessageRow>();
        rows.each(
                MESSAGES,
                row -> messages.add(new Evidence.MessageRow(
                        logOffset(row),
                        key(row),
                        row.getLong(6),
                        row.getLong(7),
                        row.getInt(8),
                        text(row.getString(9)),
                        row.getLong(10))));
        var events = new ArrayList<Evidence.EventRow>();
        rows.each(
                EVENTS,
                row -> events.add(new Evidence.EventRow(
                        logOffset(row),
                        key(row),
                        row.getLong(6),
                        LogRecordReader.event(row.getString(7)),
                        row.getLong(8),
                        text(row.getString(9)))));
        var repeats = new ArrayList<Evidence.RepeatRow>();
        rows.each(
                REPEATS,
                row -> repeats.add(
                        new Evidence.RepeatRow(logOffset(row), row.getString(3).intern(), row.getLong(4))));
        var deadLetters = new HashSet<LogOffset>();
        log.each(Log.DEAD_LETTERS, record -> deadLetters.add(LogRecordReader.origin(record)));
        return new Evidence(
                records,
                messages,
                events,
                repeats,
                rows.nextOffsets(),
                deadLetters,
                pages,
                StateReader.withStored(shown, log, rows));
    }

    private static LogOffset logOffset(ResultSet row) throws SQLException {
        return new LogOffset(row.getInt(1), row.getLong(2));
    }

    /** An erased text is empty or null. */
    private static long text(String body) {
        return body == null || body.isEmpty() ? Digest.NOTHING : Digest.of(body);
    }

    private static Key key(ResultSet row) throws SQLException {
        var cid = ByteBuffer.wrap(row.getBytes(5));
        return new Key(row.getLong(3), row.getLong(4), cid.getLong(), cid.getLong());
    }
}
