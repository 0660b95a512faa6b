package parley.bench.measure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.bench.client.Loop;
import parley.bench.load.ClientPool;
import parley.bench.load.ClosedLoop;
import parley.bench.run.Form;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/**
 * Warms the nodes before they are measured: the same closed loop again and again until the p50 of two consecutive rounds
 * differs by less than 10 %. Once for each process.
 */
final class WarmUp {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final int MOST_ROUNDS = 12;
    private static final Set<Long> WARM = new HashSet<>();

    private WarmUp() {}

    static void of(BenchCluster world, Loop loop, List<Node> nodes, Form form) {
        var pids = nodes.stream().map(Node::pid).collect(Collectors.toSet());
        if (WARM.containsAll(pids)) return;
        var length = Duration.ofSeconds(form == Form.SHORT ? 5 : 15);
        var talks = new Seed(world).pairs(PAIRS);
        var settling = new Settling(MOST_ROUNDS);
        try (var crowd = ClientPool.of(loop, nodes, talks).come()) {
            long all = 0;
            while (settling.needsAnotherRound()) {
                var run = ClosedLoop.of(crowd, WINDOW, length);
                all += run.all();
                // Also between rounds: a persister that lags takes the cores of the next round.
                Stored.await(world, talks, all);
                settling.round(run.nanos().getValueAtPercentile(50));
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                settling.isSettled()
                        ? "Warm after %d rounds.".formatted(settling.rounds())
                        : "Not settled after %d rounds; the figures that follow vary.".formatted(settling.rounds()));
        WARM.addAll(pids);
    }
}
