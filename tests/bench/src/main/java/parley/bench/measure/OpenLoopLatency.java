package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.client.Loop;
import parley.bench.cost.Costs;
import parley.bench.limit.RawLog;
import parley.bench.load.ClientPool;
import parley.bench.load.OpenLoop;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;

/** How long messages take at a fixed rate, to the sender's {@code ok} and to the other's screen. */
public final class OpenLoopLatency implements Measurement {

    private static final int PAIRS = 50;
    private static final List<Integer> RATES = List.of(200, 1_000, 5_000);

    @Override
    public String name() {
        return "open-loop";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var length = Duration.ofSeconds(form == Form.SHORT ? 5 : 60);
        var nodes = world.chats().subList(0, 1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, nodes, form);
            var talks = new Seed(world).pairs(PAIRS);
            try (var crowd = ClientPool.of(loop, nodes, talks).come()) {
                long acknowledged = 0;
                for (int rate : RATES) {
                    var name = "open loop, %,d/s".formatted(rate);
                    var costs = Costs.begin(world);
                    var outcome = OpenLoop.of(crowd, rate, length);
                    costs.share(name, results);
                    results.add(new Figure(name + ", acknowledged", outcome.perSecond(), "messages/s"));
                    results.add(new Figure(name + ", refused", outcome.refused(), "messages"));
                    results.latency(name + ", to ok", outcome.acknowledged(), RawLog.atRate(rate));
                    results.latency(name + ", to the receiver", outcome.received(), RawLog.atRate(rate));
                    results.latency(name + ", sent late by the client", outcome.late());
                    acknowledged += outcome.acknowledged().getTotalCount();
                    Stored.await(world, talks, acknowledged);
                }
            }
        }
    }
}
