package parley.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.bench.cost.Costs;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.ClosedLoop;
import parley.bench.load.EventLoop;
import parley.bench.result.Results;
import parley.bench.run.Bench;
import parley.bench.scale.MessageCost;
import parley.bench.scale.ScaleReport;

/**
 * The cost of each step of a message: the difference in CPU time of the processes between loads that differ in one thing.
 * With these costs, clusters are simulated.
 */
public final class ScaleModel {

    private static final int PAIRS = 50;
    private static final int WINDOW = 10;
    private static final int SMALL = 100;
    private static final int LARGE = 1_000;
    private static final double MICROS = 1e6;
    /** The difference of two measurements can be negative. */
    private static final double MIN_MICROS = 0.1;

    private ScaleModel() {}

    public static void measure(Bench bench) throws IOException {
        var length = bench.seconds(5, 30);
        var one = bench.oneNode().getFirst();
        var two = bench.cluster().chats().get(1);
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            var small = fanOut(bench, loop, SMALL, length);
            var large = fanOut(bench, loop, LARGE, length);
            two.comeUp();
            pairs(bench, loop, length); // warms up the second node, which only reads
            var withReader = pairs(bench, loop, length);
            two.end();
            var alone = pairs(bench, loop, length);

            double deliver = difference(large, small, Costs.nameOf(one)) / (LARGE - SMALL);
            double read = withReader.get(Costs.nameOf(two));
            double fetch = difference(withReader, alone, Costs.BROKER);
            var cost = new MessageCost(
                    Math.max(MIN_MICROS, alone.get(Costs.nameOf(one)) - read - deliver),
                    Math.max(MIN_MICROS, alone.get(Costs.BROKER) - 2 * fetch),
                    fetch,
                    read,
                    deliver,
                    alone.get(Costs.PERSISTER),
                    alone.get(Costs.DATABASE));
            add(bench.results(), cost);
            Files.writeString(Results.folder().resolve("scale.md"), ScaleReport.of(cost));
        } finally {
            if (two.isAlive()) two.end();
        }
    }

    private static double difference(Map<String, Double> more, Map<String, Double> less, String process) {
        return Math.max(MIN_MICROS, more.get(process) - less.get(process));
    }

    /** Microseconds of CPU time per message, by process. All sockets are on the first node. */
    private static Map<String, Double> pairs(Bench bench, EventLoop loop, Duration length) {
        var pairs = new Seed(bench.cluster()).pairs(PAIRS);
        try (var clients = BenchClients.connect(loop, bench.oneNode(), pairs)) {
            var costs = Costs.begin(bench.cluster());
            long messages = ClosedLoop.pairs(clients, WINDOW, length).total();
            Stored.await(bench.cluster(), pairs, messages);
            return costs.cpuSeconds(MICROS / messages);
        }
    }

    private static Map<String, Double> fanOut(Bench bench, EventLoop loop, int receivers, Duration length) {
        var group = List.of(new Seed(bench.cluster()).group(receivers));
        try (var clients = BenchClients.connect(loop, bench.oneNode(), group)) {
            ClosedLoop.fanOut(clients, WINDOW, length.dividedBy(2)); // warm-up
            var costs = Costs.begin(bench.cluster());
            long messages = ClosedLoop.fanOut(clients, WINDOW, length).total() / receivers;
            return costs.cpuSeconds(MICROS / messages);
        }
    }

    private static void add(Results results, MessageCost cost) {
        results.add("on paper, broker", cost.broker(), "µs");
        results.add("on paper, deliver", cost.deliver(), "µs");
        results.add("on paper, fetch", cost.fetch(), "µs");
        results.add("on paper, insert", cost.insert(), "µs");
        results.add("on paper, intake", cost.admission(), "µs");
        results.add("on paper, read", cost.read(), "µs");
        results.add("on paper, store", cost.store(), "µs");
    }
}
