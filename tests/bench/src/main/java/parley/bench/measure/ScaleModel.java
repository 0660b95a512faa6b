package parley.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.bench.client.Loop;
import parley.bench.cost.Costs;
import parley.bench.cost.Processes;
import parley.bench.load.ClientPool;
import parley.bench.load.ClosedLoop;
import parley.bench.load.FanOut;
import parley.bench.result.Figure;
import parley.bench.result.Output;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.scale.CostsOfAMessage;
import parley.bench.scale.ScaleModelText;
import parley.bench.seed.Seed;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/**
 * What each step of a message costs, from the CPU time of the processes under loads that differ in one thing; and, with
 * that, what clusters would take that no single machine can show.
 */
public final class ScaleModel implements Measurement {

    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final int SMALL = 100;
    private static final int LARGE = 1_000;
    private static final double MICROS = 1e6;
    /** A difference of two measurements can come out below nothing. */
    private static final double LEAST_MICROS = 0.1;

    @Override
    public String name() {
        return "on-paper";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws IOException {
        var length = Duration.ofSeconds(form == Form.SHORT ? 5 : 30);
        var one = world.chats().getFirst();
        var two = world.chats().get(1);
        try (var loop = new Loop()) {
            WarmUp.of(world, loop, List.of(one), form);
            var small = fanOut(world, loop, one, SMALL, length);
            var large = fanOut(world, loop, one, LARGE, length);
            two.comeUp();
            pairs(world, loop, one, length); // both compile what they do with the log meanwhile
            var watched = pairs(world, loop, one, length);
            two.end();
            var alone = pairs(world, loop, one, length);

            double deliver = difference(large, small, Processes.of(one)) / (LARGE - SMALL);
            double read = watched.get(Processes.of(two));
            double fetch = difference(watched, alone, Processes.BROKER);
            var costs = new CostsOfAMessage(
                    Math.max(LEAST_MICROS, alone.get(Processes.of(one)) - read - deliver),
                    Math.max(LEAST_MICROS, alone.get(Processes.BROKER) - 2 * fetch),
                    fetch,
                    read,
                    deliver,
                    alone.get(Processes.PERSISTER),
                    alone.get(Processes.DATABASE));
            tell(costs, results);
            Files.writeString(Output.file("scale.md"), ScaleModelText.of(costs));
        } finally {
            if (two.isAlive()) two.end();
        }
    }

    private static double difference(Map<String, Double> more, Map<String, Double> less, String process) {
        return Math.max(LEAST_MICROS, more.get(process) - less.get(process));
    }

    /** Microseconds of CPU time for a message, by process. All sockets are on {@code node}. */
    private static Map<String, Double> pairs(BenchCluster world, Loop loop, Node node, Duration length) {
        var talks = new Seed(world).pairs(PAIRS);
        try (var crowd = ClientPool.of(loop, List.of(node), talks).come()) {
            var costs = Costs.begin(world);
            long messages = ClosedLoop.of(crowd, WINDOW, length).all();
            Stored.await(world, talks, messages);
            return costs.each(MICROS / messages);
        }
    }

    private static Map<String, Double> fanOut(
            BenchCluster world, Loop loop, Node node, int receivers, Duration length) {
        var group = new Seed(world).group(receivers);
        try (var crowd = ClientPool.of(loop, List.of(node), List.of(group)).come()) {
            FanOut.of(crowd, WINDOW, length.dividedBy(2));
            var costs = Costs.begin(world);
            long messages = FanOut.of(crowd, WINDOW, length).all() / receivers;
            return costs.each(MICROS / messages);
        }
    }

    private static void tell(CostsOfAMessage costs, Results results) {
        Map.of(
                        "intake",
                        costs.intake(),
                        "read",
                        costs.read(),
                        "deliver",
                        costs.deliver(),
                        "broker",
                        costs.broker(),
                        "fetch",
                        costs.fetch(),
                        "store",
                        costs.store(),
                        "insert",
                        costs.insert())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(cost -> results.add(new Figure("on paper, " + cost.getKey(), cost.getValue(), "µs")));
    }
}
