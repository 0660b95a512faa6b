package parley.bench.measure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.bench.cost.Compilers;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.ClosedLoop;
import parley.bench.load.EventLoop;
import parley.bench.run.Bench;
import parley.cluster.server.Node;

/**
 * Warms up each node process once: rounds of the same closed loop until the p50 of two consecutive rounds differs by less
 * than 10 % and the compilers had little to do. They get time for their queue after each round.
 */
public final class WarmUp {

    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final int MAX_ROUNDS = 12;
    private static final Set<Long> WARM_PIDS = new HashSet<>();

    private WarmUp() {}

    public static void of(Bench bench, EventLoop loop, List<Node> nodes) {
        var pids = nodes.stream().map(Node::pid).collect(Collectors.toSet());
        if (WARM_PIDS.containsAll(pids)) return;
        var pairs = new Seed(bench.cluster()).pairs(PAIRS);
        var length = bench.seconds(5, 15);
        try (var clients = BenchClients.connect(loop, nodes, pairs)) {
            var sent = new AtomicLong();
            settle(bench, nodes, length, () -> {
                var result = ClosedLoop.pairs(clients, WINDOW, length);
                // A persister that lags would use the cores in the next round.
                Stored.await(bench.cluster(), pairs, sent.addAndGet(result.total()));
                return result.latencies().getValueAtPercentile(50);
            });
        }
        WARM_PIDS.addAll(pids);
    }

    /**
     * Repeats a load until it is settled.
     *
     * @param length of a round
     * @param round runs the load and returns how long one of its actions took, in any unit
     */
    static void settle(Bench bench, List<Node> nodes, Duration length, DoubleSupplier round) {
        var settling = new Settling(MAX_ROUNDS, length);
        var jvms = jvms(bench, nodes);
        while (settling.needsAnotherRound()) {
            long compiled = Compilers.compilationMillis(jvms);
            double took = round.getAsDouble();
            Compilers.awaitIdle(jvms);
            settling.round(took, Duration.ofMillis(Compilers.compilationMillis(jvms) - compiled));
        }
        LOG.log(
                System.Logger.Level.INFO,
                settling.isSettled() ? "Warm after {0} rounds." : "Not settled after {0} rounds; figures will vary.",
                settling.rounds());
    }

    private static List<Long> jvms(Bench bench, List<Node> nodes) {
        var servers = Stream.concat(nodes.stream(), Stream.of(bench.cluster().persister()))
                .map(Node::jvmPid);
        return Stream.concat(servers, Stream.of(bench.cluster().broker().pid())).toList();
    }
}
