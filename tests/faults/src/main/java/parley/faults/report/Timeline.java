package parley.faults.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.cluster.server.Node;
import parley.faults.model.History;

/** Samples throughput, latency, lag and memory once a second, and records when faults begin and end. */
public final class Timeline implements AutoCloseable {

    /** @param begins false: the fault ends */
    public record Mark(long atMillis, String fault, boolean begins) {}

    private static final System.Logger LOG = System.getLogger(Timeline.class.getName());

    private final List<Node> chatNodes;
    private final List<Node> persisters;
    private final History history;
    private final Metrics metrics = new Metrics();
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private Supplier<Map<Integer, Long>> nextOffsets = Map::of;
    private Supplier<Map<Integer, Long>> ends = Map::of;

    public Timeline(List<Node> chatNodes, List<Node> persisters, History history) {
        this.chatNodes = List.copyOf(chatNodes);
        this.persisters = List.copyOf(persisters);
        this.history = history;
    }

    /**
     * Sources for the lag while no persister reports it, and for the time at which a message was stored.
     *
     * @param nextOffsets of the database, by partition
     * @param ends of the log, by partition
     */
    public Timeline looking(Supplier<Map<Integer, Long>> nextOffsets, Supplier<Map<Integer, Long>> ends) {
        this.nextOffsets = nextOffsets;
        this.ends = ends;
        return this;
    }

    public void start() {
        clock.scheduleAtFixedRate(this::sample, 1_000, 1_000, TimeUnit.MILLISECONDS);
    }

    public void mark(String fault, boolean begins) {
        marks.add(new Mark(System.currentTimeMillis(), fault, begins));
    }

    private void sample() {
        try {
            // The last second that is complete.
            long second = System.currentTimeMillis() / 1_000 - 1;
            var acknowledged = history.seconds().take(second);
            var chat = chatNodes.stream().map(this::metricsOf).toList();
            var persisting = persisters.stream().map(this::metricsOf).toList();
            long tail = (long) Metrics.sum(chat, "parley_tail_bytes").orElse(0);
            samples.add(new Sample(
                    second,
                    acknowledged.acknowledged(),
                    acknowledged.p50(),
                    acknowledged.p99(),
                    lag(persisting),
                    tail,
                    resident()));
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "A sample of the timeline is missing.", failed);
        }
    }

    private String metricsOf(Node node) {
        return node.isAlive() ? metrics.of(node) : "";
    }

    private long lag(List<String> persisting) {
        Map<Integer, Long> stored;
        try {
            stored = nextOffsets.get();
            history.stored(stored);
        } catch (RuntimeException unavailable) {
            stored = Map.of(); // the database is down
        }
        var told = Metrics.sum(persisting, "parley_lag_records");
        if (told.isPresent()) return (long) told.getAsDouble();
        if (stored.isEmpty()) return -1;
        try {
            long lag = 0;
            for (var end : ends.get().entrySet())
                lag += Math.max(0, end.getValue() - stored.getOrDefault(end.getKey(), 0L));
            return lag;
        } catch (RuntimeException unavailable) {
            return -1;
        }
    }

    private long resident() {
        return java.util.stream.Stream.concat(chatNodes.stream(), persisters.stream())
                .mapToLong(Metrics::resident)
                .sum();
    }

    public List<Sample> samples() {
        return new ArrayList<>(samples);
    }

    public List<Mark> marks() {
        return new ArrayList<>(marks);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
