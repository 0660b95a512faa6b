package parley.system.cost;

import java.util.List;
import parley.cluster.server.Rows;

/**
 * The tables of messages as on an installation's first days, when every conversation had one; and the database's optimizer
 * goes on believing that. Nobody may write while they are exchanged.
 */
final class SmallOnce {

    private static final List<String> TABLES = List.of("message", "message_event");

    private SmallOnce() {}

    static void begin(Rows rows) {
        for (var table : TABLES) {
            rows.execute("CREATE TABLE %1$s_small LIKE %1$s".formatted(table));
            rows.execute("RENAME TABLE %1$s TO %1$s_kept, %1$s_small TO %1$s".formatted(table));
            rows.execute("ALTER TABLE %s STATS_AUTO_RECALC = 0".formatted(table));
        }
    }

    /** The optimizer goes by what is there now, whatever comes. */
    static void believed(Rows rows) {
        for (var table : TABLES) rows.select("ANALYZE TABLE %s".formatted(table));
    }

    /** What was written meanwhile goes to the rest. */
    static void end(Rows rows) {
        for (var table : TABLES) {
            rows.execute("INSERT INTO %1$s_kept SELECT * FROM %1$s".formatted(table));
            rows.execute("RENAME TABLE %1$s TO %1$s_small, %1$s_kept TO %1$s".formatted(table));
            rows.execute("DROP TABLE %s_small".formatted(table));
        }
    }
}
