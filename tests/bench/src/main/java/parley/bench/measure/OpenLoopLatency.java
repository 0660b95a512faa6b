package parley.bench.measure;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import parley.bench.cost.Costs;
import parley.bench.data.Seed;
import parley.bench.limit.LogLimit;
import parley.bench.load.BenchClients;
import parley.bench.load.EventLoop;
import parley.bench.load.OpenLoop;
import parley.bench.result.Results;
import parley.bench.run.Bench;

/** Latency of messages at a fixed rate, to the sender's {@code ok} and to the receiver. */
public final class OpenLoopLatency {

    /**
     * Compared with its limit is the highest rate that is not more than a tenth of the throughput. At higher rates the
     * latencies say how many processors the clients, the broker, the database and the servers have to share.
     */
    private static final String AT_A_TENTH = "open loop, a tenth of the throughput, to ok";

    private static final int PAIRS = 50;
    private static final double TENTH = 0.1;
    private static final List<Integer> RATES = List.of(200, 1_000, 5_000);

    private OpenLoopLatency() {}

    public static void measure(Bench bench) {
        var results = bench.results();
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            var pairs = new Seed(bench.cluster()).pairs(PAIRS);
            try (var clients = BenchClients.connect(loop, bench.oneNode(), pairs)) {
                var toOk = new TreeMap<Integer, Histogram>();
                long acknowledged = 0;
                for (int rate : RATES) {
                    var name = "open loop, %,d/s".formatted(rate);
                    var costs = Costs.begin(bench.cluster());
                    var result = OpenLoop.run(clients, rate, bench.seconds(5, 60));
                    costs.addClientShare(name, results);
                    results.add(name + ", acknowledged", result.perSecond(), "messages/s");
                    results.add(name + ", refused", result.refused(), "messages");
                    results.latency(name + ", to ok", result.acknowledged(), LogLimit.atRate(rate));
                    results.latency(name + ", to the receiver", result.received(), LogLimit.atRate(rate));
                    results.latency(name + ", sent late by the client", result.clientDelay());
                    toOk.put(rate, result.acknowledged());
                    acknowledged += result.acknowledged().getTotalCount();
                    Stored.await(bench.cluster(), pairs, acknowledged);
                }
                results.value(Throughput.ONE_AT_A_TIME).ifPresent(most -> addAt((int) (most * TENTH), toOk, results));
            }
        }
    }

    private static void addAt(int rate, NavigableMap<Integer, Histogram> toOk, Results results) {
        var below = toOk.floorEntry(rate);
        if (below != null) results.latency(AT_A_TENTH, below.getValue(), LogLimit.atRate(below.getKey()));
    }
}
