package parley.bench.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import parley.bench.result.RateSampler;
import parley.bench.result.Results;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** What a measurement works with. It leaves the cluster as it found it. */
public record Bench(BenchCluster cluster, Form form, Results results) {

    public <T> T choose(T inShortForm, T inFullForm) {
        return form == Form.SHORT ? inShortForm : inFullForm;
    }

    public Duration seconds(int inShortForm, int inFullForm) {
        return Duration.ofSeconds(choose(inShortForm, inFullForm));
    }

    /** Adds the rate of a counter, sampled after a warm-up, as a figure and a series. */
    public void addRate(String name, String unit, LongAdder counter) {
        Eventually.pause(seconds(2, 5));
        long end = System.nanoTime() + seconds(2, 15).toNanos();
        new RateSampler(counter::sum).until(count -> System.nanoTime() >= end).addTo(results, name, unit, null);
    }

    /** The chat node that always runs. */
    public List<Node> oneNode() {
        return cluster.chats().subList(0, 1);
    }
}
