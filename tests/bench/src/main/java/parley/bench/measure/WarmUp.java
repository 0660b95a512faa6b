package parley.bench.measure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.bench.client.Loop;
import parley.bench.load.ClosedLoop;
import parley.bench.load.ClientPool;
import parley.bench.run.Form;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** Traffic until the servers have compiled what they do; once for each process. */
final class WarmUp {

    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final Set<Long> WARM = new HashSet<>();

    private WarmUp() {}

    static void of(BenchCluster world, Loop loop, List<Node> nodes, Form form) {
        var pids = nodes.stream().map(Node::pid).collect(Collectors.toSet());
        if (WARM.containsAll(pids)) return;
        var length = Duration.ofSeconds(form == Form.SHORT ? 10 : 60);
        var talks = new Seed(world).pairs(PAIRS);
        try (var crowd = ClientPool.of(loop, nodes, talks).come()) {
            long all = ClosedLoop.of(crowd, WINDOW, length).all();
            Stored.await(world, talks, all);
        }
        WARM.addAll(pids);
    }
}
