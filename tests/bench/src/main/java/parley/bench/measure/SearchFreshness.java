package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import parley.bench.cost.Costs;
import parley.bench.data.BenchConversation;
import parley.bench.data.Seed;
import parley.bench.load.BenchClients;
import parley.bench.load.EventLoop;
import parley.bench.load.OpenLoop;
import parley.bench.run.Bench;
import parley.cluster.client.Api;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;

/** How long after its {@code ok} a message is found, and how long a search takes, while others send at a fixed rate. */
public final class SearchFreshness {

    private static final int PAIRS = 50;
    private static final List<Integer> RATES = List.of(200, 1_000);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private SearchFreshness() {}

    public static void measure(Bench bench) {
        var results = bench.results();
        try (var loop = new EventLoop()) {
            WarmUp.of(bench, loop, bench.oneNode());
            var seed = new Seed(bench.cluster());
            var pairs = seed.pairs(PAIRS);
            var probed = seed.pairs(1).getFirst();
            try (var clients = BenchClients.connect(loop, bench.oneNode(), pairs)) {
                probe(bench, probed, 5, new Histogram(3), new Histogram(3)); // warm-up
                long acknowledged = 0;
                for (int rate : RATES) {
                    var name = "search at %,d messages/s".formatted(rate);
                    var found = new Histogram(3);
                    var search = new Histogram(3);
                    var length = bench.seconds(10, 60);
                    var costs = Costs.begin(bench.cluster());
                    var load = CompletableFuture.supplyAsync(() -> OpenLoop.run(clients, rate, length));
                    probe(bench, probed, (int) (length.dividedBy(BETWEEN_PROBES) / 2), found, search);
                    acknowledged += load.join().acknowledged().getTotalCount();
                    costs.addClientShare(name, results);
                    results.latency(name + ", from ok until it is found", found);
                    results.latency(name + ", one search", search);
                    Stored.await(bench.cluster(), pairs, acknowledged);
                }
            }
        }
    }

    private static void probe(Bench bench, BenchConversation where, int times, Histogram found, Histogram search) {
        var sender =
                new Api(bench.oneNode().getFirst(), where.members().getFirst().token());
        for (int i = 0; i < times; i++) {
            var word = "probe" + UUID.randomUUID().toString().replace("-", "");
            sender.post(
                            "/api/conversations/" + where.id() + "/messages",
                            Json.of("cid", Cids.now(), "body", "the draft " + word))
                    .as(200);
            long acknowledged = System.nanoTime();
            while (true) {
                long asked = System.nanoTime();
                var hits = sender.get("/api/search?q=" + word).as(200).path("items");
                search.recordValue(System.nanoTime() - asked);
                if (!hits.isEmpty()) break;
                Eventually.pause(BETWEEN_TRIES);
            }
            found.recordValue(System.nanoTime() - acknowledged);
            Eventually.pause(BETWEEN_PROBES);
        }
    }
}
