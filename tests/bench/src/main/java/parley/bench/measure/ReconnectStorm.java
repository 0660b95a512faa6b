package parley.bench.measure;

import java.time.Duration;
import parley.bench.cost.Costs;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.ClosedLoop;
import parley.bench.load.EventLoop;
import parley.bench.load.Storm;
import parley.bench.run.Bench;

/** Time until all clients are back after all were disconnected at once; each has a position to resume from. */
public final class ReconnectStorm {

    private ReconnectStorm() {}

    public static void measure(Bench bench) {
        int size = bench.choose(1_000, 5_000);
        var results = bench.results();
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            var pairs = new Seed(bench.cluster()).pairs(size / 2);
            try (var clients = BenchClients.connect(loop, bench.oneNode(), pairs)) {
                long sent = ClosedLoop.pairs(clients, 1, Duration.ZERO).total();
                if (sent != size) throw new IllegalStateException(sent + " messages from " + size + " clients");
                var name = "reconnect storm of %,d".formatted(size);
                var costs = Costs.begin(bench.cluster());
                var result = Storm.run(clients);
                costs.addClientShare(name, results);
                results.add(name + ", all welcomed after", result.welcomed().getMaxValue() / 1e9, "s");
                results.add(name + ", turned away", result.rejected(), "times");
                results.latency(name + ", until welcomed", result.welcomed());
            }
        }
    }
}
