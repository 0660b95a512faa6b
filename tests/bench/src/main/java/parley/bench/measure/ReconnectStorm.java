package parley.bench.measure;

import java.time.Duration;
import parley.bench.client.Loop;
import parley.bench.cost.Costs;
import parley.bench.load.ClientPool;
import parley.bench.load.ClosedLoop;
import parley.bench.load.Storm;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;

/** How soon everybody is back when all were cut off at once; each has something to resume from. */
public final class ReconnectStorm implements Measurement {

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        int size = form == Form.SHORT ? 1_000 : 5_000;
        var nodes = world.chats().subList(0, 1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, nodes, form);
            try (var crowd =
                    ClientPool.of(loop, nodes, new Seed(world).pairs(size / 2)).come()) {
                var one = ClosedLoop.of(crowd, 1, Duration.ZERO);
                if (one.all() != size) throw new IllegalStateException(one.all() + " sends by " + size);
                var name = "reconnect storm of %,d".formatted(size);
                var costs = Costs.begin(world);
                var outcome = Storm.of(crowd);
                costs.share(name, results);
                results.add(new Figure(
                        name + ", all welcomed after", outcome.welcomed().getMaxValue() / 1e9, "s"));
                results.add(new Figure(name + ", turned away", outcome.turnedAway(), "times"));
                results.latency(name + ", until welcomed", outcome.welcomed());
            }
        }
    }
}
