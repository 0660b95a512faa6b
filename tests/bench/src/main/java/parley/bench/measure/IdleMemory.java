package parley.bench.measure;

import java.io.IOException;
import java.util.List;
import parley.bench.cost.Memory;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.EventLoop;
import parley.bench.result.Results;
import parley.bench.run.Bench;

/**
 * Memory of an idle connection: heap, and resident memory. Measured on a new node, because a node that had traffic has
 * free pages for its next connections.
 */
public final class IdleMemory {

    /** Connected before the base is measured, so that it includes what the first connections allocate once. */
    private static final int FIRST = 200;

    private IdleMemory() {}

    public static void measure(Bench bench) throws IOException {
        var sizes = bench.choose(List.of(2_000), List.of(2_000, 10_000));
        var users = new Seed(bench.cluster()).users(sizes.getLast());
        var node = bench.cluster().chats().get(1);
        for (int size : sizes) {
            node.comeUp();
            try (var loop = new EventLoop()) {
                BenchClients.connect(loop, node, users.subList(0, FIRST)).close();
                var base = Memory.of(node);
                try (var clients = BenchClients.connect(loop, node, users.subList(0, size))) {
                    var full = Memory.of(node);
                    clients.requireNoFailure();
                    var name = "idle, %,d connections, ".formatted(size);
                    add(bench.results(), name + "resident", base.residentKib(), full.residentKib(), size);
                    add(bench.results(), name + "heap", base.heapKib(), full.heapKib(), size);
                }
            } finally {
                node.end();
            }
        }
    }

    private static void add(Results results, String name, long baseKib, long fullKib, int connections) {
        results.add(name, (fullKib - baseKib) / (double) connections, "KiB/connection");
        results.add(name + ", base", baseKib / 1_024.0, "MiB");
    }
}
