package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.client.Loop;
import parley.bench.cost.Costs;
import parley.bench.limit.RawLog;
import parley.bench.load.ClientPool;
import parley.bench.load.ClosedLoop;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** Durable messages a second, where both of each pair send, with one or ten in flight. */
public final class ClosedLoopThroughput implements Measurement {

    @Override
    public String name() {
        return "closed-loop";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var sizes = form == Form.SHORT ? List.of(50) : List.of(10, 50, 200);
        var length = Duration.ofSeconds(form == Form.SHORT ? 5 : 30);
        var nodes = world.chats().subList(0, 1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, nodes, form);
            for (int pairs : sizes) measure(world, loop, nodes, pairs, List.of(1, 10), length, "", results);
        }
    }

    /** @param prefix of the figures' names */
    static void measure(
            BenchCluster world,
            Loop loop,
            List<Node> nodes,
            int pairs,
            List<Integer> windows,
            Duration length,
            String prefix,
            Results results) {
        var talks = new Seed(world).pairs(pairs);
        try (var crowd = ClientPool.of(loop, nodes, talks).come()) {
            long all = 0;
            for (int window : windows) {
                var name = "%sclosed loop, %d pairs, window %d".formatted(prefix, pairs, window);
                var costs = Costs.begin(world);
                var run = ClosedLoop.of(crowd, window, length);
                all += run.all();
                results.add(new Figure(name, run.rate(), "messages/s", RawLog.andBack(2 * pairs * window)));
                results.latency(name, run.nanos());
                results.series(new Results.Series(name, "messages/s", run.perSecond()));
                results.add(new Figure(name + ", stored after", Stored.await(world, talks, all), "s"));
                costs.costs(name, run.all(), "messages", results);
            }
        }
    }
}
