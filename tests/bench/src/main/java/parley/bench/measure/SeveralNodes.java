package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.client.Loop;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** Two and three chat nodes against one: each reads the whole log, and serves its share of the sockets. */
public final class SeveralNodes implements Measurement {

    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final int RECEIVERS = 1_000;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var length = Duration.ofSeconds(form == Form.SHORT ? 4 : 30);
        int most = form == Form.SHORT ? 2 : world.chats().size();
        try (var loop = new Loop()) {
            for (int count = 1; count <= most; count++) {
                var nodes = world.chats().subList(0, count);
                nodes.forEach(Node::comeUp);
                WarmUp.of(world, loop, nodes, form);
                var name = "chat nodes: %d, ".formatted(count);
                ClosedLoopThroughput.measure(world, loop, nodes, PAIRS, List.of(WINDOW), length, name, results);
                FanOutThroughput.measure(world, loop, nodes, RECEIVERS, length, name + "fan-out 1 to 1,000", results);
            }
        } finally {
            world.chats().stream().skip(1).filter(Node::isAlive).forEach(Node::end);
        }
    }
}
