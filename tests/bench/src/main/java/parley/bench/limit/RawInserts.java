package parley.bench.limit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.server.DatabaseAddress;

/**
 * The database by itself: batches of 500 rows, a transaction each, into a table made like {@code message}, by one
 * connection and by one for each core.
 */
public final class RawInserts implements Measurement {

    @Override
    public String name() {
        return "raw-inserts";
    }

    public static String by(int connections) {
        return connections == 1 ? "raw inserts, 1 connection" : "raw inserts, %d connections".formatted(connections);
    }

    /** The name of the best: what the persister, which stores several partitions at once, is held against. */
    public static String byAllCores() {
        return by(cores());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws Exception {
        for (int connections : IntStream.of(1, cores()).distinct().toArray()) {
            world.rows().execute("CREATE TABLE " + MessageRows.TABLE + " LIKE message");
            try {
                insert(world.database().address(), connections, form, results);
            } finally {
                world.rows().execute("DROP TABLE " + MessageRows.TABLE);
            }
        }
    }

    private static void insert(DatabaseAddress database, int connections, Form form, Results results) throws Exception {
        var meter = new Meter(form);
        var inserting = new ArrayList<Callable<Void>>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            var ended = new AtomicBoolean();
            for (int i = 0; i < connections; i++) {
                int partition = i;
                inserting.add(() -> insert(database, partition, meter, ended));
            }
            var running = inserting.stream().map(threads::submit).toList();
            meter.report(by(connections), "rows/s", results);
            ended.set(true);
            for (var each : running) each.get();
        }
    }

    private static Void insert(DatabaseAddress database, int partition, Meter meter, AtomicBoolean ended)
            throws SQLException {
        try (var rows = new MessageRows(database, partition)) {
            while (!ended.get()) {
                rows.insertBatch();
                meter.add(MessageRows.BATCH);
            }
        }
        return null;
    }
}
