package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.cost.Costs;
import parley.bench.data.Seed;
import parley.bench.limit.LogLimit;
import parley.bench.limit.SocketLimit;
import parley.bench.load.BenchClients;
import parley.bench.load.ClosedLoop;
import parley.bench.load.EventLoop;
import parley.bench.load.LoadResult;
import parley.bench.result.Results;
import parley.bench.run.Bench;
import parley.cluster.server.Node;

/** Durable messages per second of pairs, and deliveries per second of groups, on one chat node or several. */
public final class Throughput {

    /** The figure of fifty pairs, each of whose users waits for each {@code ok}. */
    static final String ONE_AT_A_TIME = "closed loop, 50 pairs, window 1";

    private static final int FAN_OUT_WINDOW = 10;

    private Throughput() {}

    public static void closedLoop(Bench bench) {
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            for (int pairs : bench.choose(List.of(50), List.of(10, 50, 200)))
                closedLoop(bench, loop, bench.oneNode(), pairs, List.of(1, 10), bench.seconds(5, 30), "");
        }
    }

    public static void fanOut(Bench bench) {
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            for (int receivers : List.of(100, 1_000))
                fanOut(bench, loop, bench.oneNode(), receivers, bench.seconds(5, 30), "");
        }
    }

    /** Each node reads the whole log and serves a share of the sockets. */
    public static void severalNodes(Bench bench) {
        var chats = bench.cluster().chats();
        var length = bench.seconds(4, 30);
        try (var loop = new EventLoop()) {
            for (int count = 1; count <= bench.choose(2, chats.size()); count++) {
                var nodes = chats.subList(0, count);
                nodes.forEach(Node::comeUp);
                WarmUp.of(bench, loop, nodes);
                var prefix = "chat nodes: %d, ".formatted(count);
                closedLoop(bench, loop, nodes, 50, List.of(10), length, prefix);
                fanOut(bench, loop, nodes, 1_000, length, prefix);
            }
        } finally {
            chats.stream().skip(1).filter(Node::isAlive).forEach(Node::end);
        }
    }

    private static void closedLoop(
            Bench bench,
            EventLoop loop,
            List<Node> nodes,
            int pairs,
            List<Integer> windows,
            Duration length,
            String prefix) {
        var conversations = new Seed(bench.cluster()).pairs(pairs);
        try (var clients = BenchClients.connect(loop, nodes, conversations)) {
            long stored = 0;
            for (int window : windows) {
                var name = "%sclosed loop, %d pairs, window %d".formatted(prefix, pairs, window);
                var costs = Costs.begin(bench.cluster());
                var result = ClosedLoop.pairs(clients, window, length);
                add(bench.results(), name, result, "messages/s", LogLimit.andBack(2 * pairs * window));
                stored += result.total();
                bench.results().add(name + ", stored after", Stored.await(bench.cluster(), conversations, stored), "s");
                costs.add(name, result.total(), "messages", bench.results());
            }
        }
    }

    private static void fanOut(
            Bench bench, EventLoop loop, List<Node> nodes, int receivers, Duration length, String prefix) {
        var name = "%sfan-out 1 to %,d".formatted(prefix, receivers);
        var group = List.of(new Seed(bench.cluster()).group(receivers));
        try (var clients = BenchClients.connect(loop, nodes, group)) {
            // The general warm-up does not cover the code that writes to many sockets.
            long before = ClosedLoop.fanOut(clients, FAN_OUT_WINDOW, length.dividedBy(2))
                    .total();
            var costs = Costs.begin(bench.cluster());
            var result = ClosedLoop.fanOut(clients, FAN_OUT_WINDOW, length);
            add(bench.results(), name, result, "deliveries/s", SocketLimit.broadcast(receivers));
            costs.add(name, result.total(), "deliveries", bench.results());
            Stored.await(bench.cluster(), group, (before + result.total()) / receivers);
        }
    }

    private static void add(Results results, String name, LoadResult result, String unit, String limit) {
        results.add(name, result.rate(), unit, limit);
        results.latency(name, result.latencies());
        results.series(new Results.Series(name, unit, result.perSecond()));
    }
}
