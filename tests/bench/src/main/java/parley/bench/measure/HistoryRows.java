package parley.bench.measure;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parley.bench.data.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Rows;

/**
 * A table with many rows that replaces {@code message} until it is closed. Sizes of conversations follow Zipf's law, the
 * largest first: of 10 million rows in 10,000 conversations it has a million, half of them have under 205.
 */
final class HistoryRows implements AutoCloseable {

    /** The distance of two positions: records of other conversations in the same partition lie between. */
    static final int STRIDE = 7;

    private static final String TEXT =
            "So we meet at ten, as it stands in the calendar? I have the figures and the two drafts with me. "
                    .repeat(2);

    /** Bodies of 20 to 180 letters, 100 on average. In primary key order, so that rows are appended. */
    private static final String FILL = """
            INSERT INTO bench_history
                (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, reply_to, ts)
            SELECT STRAIGHT_JOIN s.conversation_id, n.n * %1$d, s.sender_id + n.n MOD 2,
                UNHEX(CONCAT(LPAD(HEX(1735689600000 + n.n * 1000), 12, '0'), '70008000', LPAD(HEX(n.n), 12, '0'))),
                n.n, s.conversation_id MOD 12, n.n * %1$d, 0, LEFT('%2$s', 20 + (n.n * 37) MOD 161), NULL,
                TIMESTAMPADD(SECOND, n.n, '2025-01-01')
            FROM bench_size s JOIN bench_number n ON n.n <= s.size ORDER BY s.conversation_id, n.n""".formatted(STRIDE, TEXT);

    private final Rows rows;
    private final int[] sizes;
    private final long first;

    /** @param reader a member of all conversations */
    HistoryRows(BenchCluster cluster, int count, int conversations, long reader) throws SQLException {
        var seed = new Seed(cluster);
        rows = cluster.rows();
        sizes = zipf(count, conversations);
        first = seed.nextId("conversation");
        rows.execute("CREATE TABLE bench_size (conversation_id BIGINT PRIMARY KEY, size INT, sender_id BIGINT)");
        seed.insert("bench_size", all(i -> "(%d, %d, %d)".formatted(conversation(i), sizes[i], reader)));
        seed.insert(
                "conversation (id, kind, title, member_count, last_seq, last_pos, last_at, created_at)",
                all(i -> "(%d, 'group', 'history', 2, %d, %d, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                        .formatted(conversation(i), sizes[i], lastPos(i))));
        seed.insert(
                "membership (conversation_id, user_id, role, version)",
                all(i -> "(%d, %d, 'member', 1)".formatted(conversation(i), reader)));
        rows.execute("CREATE TABLE bench_number (n INT PRIMARY KEY)");
        rows.execute("INSERT INTO bench_number VALUES (1)");
        for (int last = 1; last < sizes[0]; last *= 2)
            rows.execute("INSERT INTO bench_number SELECT n + %1$d FROM bench_number WHERE n + %1$d <= %2$d"
                    .formatted(last, sizes[0]));
        rows.execute("CREATE TABLE bench_history LIKE message");
        try (var connection = cluster.database().address().connect();
                var statement = connection.createStatement()) {
            // With an empty table and no checks, the database builds each index by sorting.
            statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
            int inserted = statement.executeUpdate(FILL);
            if (inserted != count) throw new IllegalStateException(inserted + " rows instead of " + count);
        }
        rows.execute("ANALYZE TABLE bench_history");
        rows.execute("RENAME TABLE message TO bench_message_aside, bench_history TO message");
    }

    private List<String> all(IntFunction<String> row) {
        return IntStream.range(0, sizes.length).mapToObj(row).toList();
    }

    private static int[] zipf(int count, int conversations) {
        double harmonic = IntStream.rangeClosed(1, conversations)
                .mapToDouble(rank -> 1.0 / rank)
                .sum();
        var sizes = IntStream.rangeClosed(1, conversations)
                .map(rank -> (int) Math.round(count / (harmonic * rank)))
                .toArray();
        sizes[0] += count - IntStream.of(sizes).sum();
        return sizes;
    }

    long conversation(int index) {
        return first + index;
    }

    long lastPos(int index) {
        return (long) sizes[index] * STRIDE;
    }

    @Override
    public void close() {
        rows.execute("RENAME TABLE message TO bench_history, bench_message_aside TO message");
        rows.execute("DROP TABLE bench_history, bench_size, bench_number");
        rows.execute("DELETE FROM membership WHERE conversation_id >= " + first);
        rows.execute("DELETE FROM conversation WHERE id >= " + first);
    }
}
