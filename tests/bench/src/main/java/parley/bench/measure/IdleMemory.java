package parley.bench.measure;

import java.util.List;
import parley.bench.client.Loop;
import parley.bench.cost.Memory;
import parley.bench.load.ClientPool;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;

/**
 * What a connection holds that says nothing: heap, and resident memory with all that lies beside the heap. On a node
 * that was just started: one that had traffic before has pages to spare, and would seem to need none.
 */
public final class IdleMemory implements Measurement {

    /** So that the base has the classes and buffers which the first connections bring. */
    private static final int FIRST = 200;

    private static final double KIB_IN_MIB = 1_024;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var sizes = form == Form.SHORT ? List.of(2_000) : List.of(2_000, 10_000);
        var people = new Seed(world).people(sizes.getLast());
        var node = world.chats().get(1);
        for (int size : sizes) {
            node.comeUp();
            try (var loop = new Loop()) {
                try (var first = ClientPool.listening(loop, node, people.subList(0, FIRST))
                        .come()) {
                    first.requireNoMishaps();
                }
                var base = Memory.of(node);
                try (var crowd = ClientPool.listening(loop, node, people.subList(0, size))
                        .come()) {
                    var full = Memory.of(node);
                    crowd.requireNoMishaps();
                    var name = "idle, %,d connections".formatted(size);
                    each(name + ", resident", base.residentKib(), full.residentKib(), size, results);
                    each(name + ", resident without spare heap", base.trimmedKib(), full.trimmedKib(), size, results);
                    each(name + ", heap", base.heapKib(), full.heapKib(), size, results);
                }
            } finally {
                node.end();
            }
        }
    }

    private static void each(String name, long baseKib, long fullKib, int size, Results results) {
        results.add(new Figure(name, (fullKib - baseKib) / (double) size, "KiB/connection"));
        results.add(new Figure(name + ", base", baseKib / KIB_IN_MIB, "MiB"));
    }
}
