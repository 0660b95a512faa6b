package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import parley.bench.cost.Costs;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/** Sign-ins a second with passwords hashed at default strength, by one who asks again and again, and by several. */
public final class SignInRate implements Measurement {

    private static final int MOST = 4;

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) {
        var length = Duration.ofSeconds(form == Form.SHORT ? 4 : 20);
        var node = world.chats().getFirst();
        var people = Stream.generate(() -> Person.register(node, "signs"))
                .limit(MOST)
                .toList();
        signIn(node, people, length.dividedBy(2));
        for (int atOnce : List.of(1, MOST)) {
            var name = "sign-in, %d at once".formatted(atOnce);
            var costs = Costs.begin(world);
            var nanos = signIn(node, people.subList(0, atOnce), length);
            costs.share(name, results);
            results.add(new Figure(name, nanos.getTotalCount() / (nanos.getEndTimeStamp() / 1e9), "sign-ins/s"));
            results.latency(name, nanos);
        }
    }

    /** @return its end is how many nanoseconds the whole took: who had begun is waited for */
    private static Histogram signIn(Node node, List<Person> people, Duration length) {
        var nanos = new ConcurrentHistogram(3);
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = people.stream()
                    .map(person -> CompletableFuture.runAsync(
                            () -> signIn(node, person, began + length.toNanos(), nanos), threads));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
        nanos.setEndTimeStamp(System.nanoTime() - began);
        return nanos;
    }

    private static void signIn(Node node, Person person, long untilNanos, Histogram nanos) {
        for (long now = System.nanoTime(); now < untilNanos; now = System.nanoTime()) {
            person.signIn(node);
            nanos.recordValue(System.nanoTime() - now);
        }
    }
}
