package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.client.Loop;
import parley.bench.cost.Costs;
import parley.bench.limit.RawSocket;
import parley.bench.load.ClientPool;
import parley.bench.load.FanOut;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** Deliveries a second, where one speaks to a hundred or a thousand who are all connected. */
public final class FanOutThroughput implements Measurement {

    private static final int WINDOW = 10;

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var nodes = world.chats().subList(0, 1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, nodes, form);
            for (int receivers : List.of(100, 1_000)) {
                var name = "fan-out 1 to %,d".formatted(receivers);
                measure(world, loop, nodes, receivers, Duration.ofSeconds(form == Form.SHORT ? 5 : 30), name, results);
            }
        }
    }

    static void measure(
            BenchCluster world,
            Loop loop,
            List<Node> nodes,
            int receivers,
            Duration length,
            String name,
            Results results) {
        var group = new Seed(world).group(receivers);
        try (var crowd = ClientPool.of(loop, nodes, List.of(group)).come()) {
            // Frames to a thousand sockets take another way through the server than those to one.
            long before = FanOut.of(crowd, WINDOW, length.dividedBy(2)).all();
            var costs = Costs.begin(world);
            var run = FanOut.of(crowd, WINDOW, length);
            results.add(new Figure(name, run.rate(), "deliveries/s", RawSocket.broadcast(receivers)));
            costs.costs(name, run.all(), "deliveries", results);
            results.latency(name, run.nanos());
            results.series(new Results.Series(name, "deliveries/s", run.perSecond()));
            Stored.await(world, List.of(group), (before + run.all()) / receivers);
        }
    }
}
