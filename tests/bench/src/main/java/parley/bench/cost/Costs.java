package parley.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Jvm;

/** What a stretch of time costs each process of a world that ran when it began. */
public final class Costs {

    private static final double MANY = 100_000;
    private static final double MEGABYTE = 1e6;

    private final Map<String, Long> pids;
    private final Map<String, Long> allocatedBefore = new LinkedHashMap<>();
    private final Map<String, Double> cpuBefore = new LinkedHashMap<>();
    private final long beganNanos;

    private Costs(BenchCluster world) {
        pids = Processes.of(world);
        // Asking takes some time of the one who is asked: it is outside of what is measured, as at the end.
        pids.forEach((name, pid) -> {
            if (Processes.isJvm(name)) allocatedBefore.put(name, allocated(pid));
        });
        pids.forEach((name, pid) -> cpuBefore.put(name, Processes.cpuSeconds(pid)));
        beganNanos = System.nanoTime();
    }

    public static Costs begin(BenchCluster world) {
        return new Costs(world);
    }

    /** The clients' share, as {@code of, clients' CPU}. */
    public void share(String of, Results results) {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        results.add(new Figure(of + ", clients' CPU", cpu(Processes.CLIENTS) / seconds, "cores"));
    }

    /** And what it cost each process, for 100,000 of {@code what}. */
    public void costs(String of, long count, String what, Results results) {
        share(of, results);
        each(MANY / count)
                .forEach((name, seconds) ->
                        results.add(new Figure(of + ", cost at " + name, seconds, "CPU s/100,000 " + what)));
        allocatedBefore.forEach((name, before) -> results.add(new Figure(
                of + ", allocation at " + name,
                (allocated(pids.get(name)) - before) / MEGABYTE * MANY / count,
                "MB/100,000 " + what)));
    }

    /** CPU seconds of each process, times {@code by}. */
    public Map<String, Double> each(double by) {
        var used = new LinkedHashMap<String, Double>();
        pids.keySet().forEach(name -> used.put(name, cpu(name) * by));
        return used;
    }

    private double cpu(String name) {
        return Processes.cpuSeconds(pids.get(name)) - cpuBefore.get(name);
    }

    private static long allocated(long pid) {
        try (var jvm = Jvm.at(pid)) {
            return jvm.allocatedBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
