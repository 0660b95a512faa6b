package parley.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import parley.bench.cost.Memory;
import parley.bench.data.LogClients;
import parley.bench.data.LogRecords;
import parley.bench.limit.ServerStart;
import parley.bench.run.Bench;
import parley.cluster.server.Node;

/**
 * Start of a chat node: time from the start of the process until it is ready, and what memberships add to time and heap,
 * because a node reads all of them before it is ready.
 */
public final class NodeStart {

    private record Start(double seconds, long heapKib) {}

    private NodeStart() {}

    public static void startUp(Bench bench) throws IOException {
        ServerStart.measure(bench);
        var node = bench.cluster().chats().getLast();
        var cold = new ArrayList<Start>();
        var warm = new ArrayList<Start>();
        for (int i = 0; i < bench.choose(1, 3); i++) {
            ServerStart.forgetWorkArea(node);
            cold.add(start(node));
            warm.add(start(node));
        }
        bench.results().add("start-up, cold, ready", median(cold), "s", ServerStart.cold());
        bench.results().add("start-up, warm, ready", median(warm), "s", ServerStart.warm());
    }

    private static double median(List<Start> starts) {
        return starts.stream().mapToDouble(Start::seconds).sorted().toArray()[starts.size() / 2];
    }

    public static void memberships(Bench bench) throws IOException {
        int conversations = bench.choose(50_000, 500_000);
        int memberships = 2 * conversations;
        var node = bench.cluster().chats().getLast();
        start(node); // so that both starts below are warm
        var without = start(node);
        new LogClients(bench.cluster().broker().address()).append(LogRecords.memberships(conversations));
        var with = start(node);
        var name = "%,d memberships, ".formatted(memberships);
        bench.results().add(name + "ready later by", with.seconds - without.seconds, "s");
        double bytes = (with.heapKib - without.heapKib) * 1_024.0 / memberships;
        bench.results().add(name + "heap", bytes, "bytes/membership");
    }

    private static Start start(Node node) throws IOException {
        try {
            double seconds = ServerStart.seconds(node);
            return new Start(seconds, Memory.of(node).heapKib());
        } finally {
            node.end();
        }
    }
}
