package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import parley.bench.cost.Costs;
import parley.bench.run.Bench;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/** Sign-ins per second, with password hashes of default strength: one at a time, and several at once. */
public final class SignInRate {

    private static final int CONCURRENT = 4;

    private SignInRate() {}

    public static void measure(Bench bench) {
        var length = bench.seconds(4, 20);
        var node = bench.oneNode().getFirst();
        var users = Stream.generate(() -> Person.register(node, "signs"))
                .limit(CONCURRENT)
                .toList();
        signIn(node, users, length.dividedBy(2)); // warm-up
        for (int concurrent : List.of(1, CONCURRENT)) {
            var name = "sign-in, %d at once".formatted(concurrent);
            var costs = Costs.begin(bench.cluster());
            long start = System.nanoTime();
            var nanos = signIn(node, users.subList(0, concurrent), length);
            double seconds = (System.nanoTime() - start) / 1e9;
            costs.addClientShare(name, bench.results());
            bench.results().add(name, nanos.getTotalCount() / seconds, "sign-ins/s");
            bench.results().latency(name, nanos);
        }
    }

    /** Each user signs in again and again; requests in flight when the time is over are waited for. */
    private static Histogram signIn(Node node, List<Person> users, Duration length) {
        var nanos = new ConcurrentHistogram(3);
        long end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = users.stream()
                    .map(user -> CompletableFuture.runAsync(() -> signInUntil(end, user, node, nanos), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        }
        return nanos;
    }

    private static void signInUntil(long endNanos, Person user, Node node, Histogram nanos) {
        for (long now = System.nanoTime(); now < endNanos; now = System.nanoTime()) {
            user.signIn(node);
            nanos.recordValue(System.nanoTime() - now);
        }
    }
}
