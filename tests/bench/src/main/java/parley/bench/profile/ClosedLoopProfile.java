package parley.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import parley.bench.cost.Costs;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.ClosedLoop;
import parley.bench.load.EventLoop;
import parley.bench.measure.Stored;
import parley.bench.measure.WarmUp;
import parley.bench.result.Results;
import parley.bench.run.Bench;

/** Profiles of chat node and persister in a closed loop, until everything is stored; its figures are not for comparison. */
public final class ClosedLoopProfile {

    private static final int PAIRS = 50;

    private ClosedLoopProfile() {}

    public static void measure(Bench bench) throws IOException {
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            for (int window : List.of(1, 10)) measure(bench, loop, window);
        }
    }

    private static void measure(Bench bench, EventLoop loop, int window) throws IOException {
        var cluster = bench.cluster();
        var load = "closed loop, %d pairs, window %d".formatted(PAIRS, window);
        var node = bench.oneNode().getFirst();
        var pairs = new Seed(cluster).pairs(PAIRS);
        try (var clients = BenchClients.connect(loop, bench.oneNode(), pairs);
                var chat = new Recording(node.jvmPid());
                var persister = new Recording(cluster.persister().jvmPid())) {
            var costs = Costs.begin(cluster);
            long messages =
                    ClosedLoop.pairs(clients, window, bench.seconds(5, 60)).total();
            Stored.await(cluster, pairs, messages);
            costs.add("profiled " + load, messages, "messages", bench.results());
            write(chat, "chat-node-window-" + window, Costs.nameOf(node), costs, load, messages);
            write(persister, "persister-window-" + window, Costs.PERSISTER, costs, load, messages);
        }
    }

    private static void write(Recording recording, String name, String process, Costs costs, String load, long messages)
            throws IOException {
        var file = Results.folder().resolve("profile-" + name + ".jfr");
        double cpuSeconds = costs.cpuSeconds(1).get(process);
        long allocatedBytes = costs.allocatedBytes(process);
        recording.stop(file);
        var report = ProfileReport.of(process + ": " + load, messages, cpuSeconds, allocatedBytes, new Profile(file));
        Files.writeString(Results.folder().resolve("profile-" + name + ".md"), report);
    }
}
