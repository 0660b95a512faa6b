package parley.faults.probe;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import parley.cluster.server.Node;

/** Probes every chat node once a second. */
public final class Prober implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Prober.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(8))
            .build();
    private final Queue<Observation> observations = new ConcurrentLinkedQueue<>();
    private final Queue<StoreFrame> storeFrames = new ConcurrentLinkedQueue<>();
    private final List<Probes> nodes;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    /** A thread for each probe, so that a hanging probe delays no other. */
    private final ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor();

    /** Registers the users of the probes. */
    public Prober(List<Node> chatNodes) {
        nodes = chatNodes.stream()
                .<Probes>map(node -> new NodeProbes(http, node, storeFrames::add))
                .toList();
    }

    Prober(Probes one, Probes another) {
        nodes = List.of(one, another);
    }

    public void start() {
        clock.scheduleAtFixedRate(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        for (var node : nodes) {
            for (var ability : Ability.values()) probes.execute(() -> observe(node, ability));
        }
    }

    private void observe(Probes node, Ability ability) {
        try {
            var observation = node.observe(ability);
            if (observation != null) observations.add(observation);
        } catch (RejectedExecutionException ended) {
            return; // the run has ended
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "A probe of " + ability.title() + " failed unexpectedly.", failed);
        }
    }

    public List<Observation> observations() {
        return new ArrayList<>(observations);
    }

    public List<StoreFrame> storeFrames() {
        return new ArrayList<>(storeFrames);
    }

    /** Starts no more probes and waits for those that are running. */
    public void stop() {
        clock.shutdownNow();
        probes.shutdown();
        try {
            if (!probes.awaitTermination(TO_FINISH.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Some probes do not end.");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        probes.shutdownNow();
        nodes.forEach(Probes::close);
        http.shutdownNow();
    }
}
