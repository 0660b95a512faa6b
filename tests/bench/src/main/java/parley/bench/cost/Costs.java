package parley.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.bench.result.Results;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Jvm;
import parley.cluster.server.Node;

/**
 * CPU time and allocation of each process since {@link #begin}. CPU time (user and system) is what the operating system
 * reports for the process itself: the server, not its start script. Allocation is what the JVM reports for all threads.
 */
public final class Costs {

    public static final String BROKER = "broker";
    public static final String PERSISTER = "persister";
    public static final String DATABASE = "database";
    private static final String CLIENTS = "clients";
    private static final double UNIT = 100_000;
    private static final double MEGABYTE = 1e6;

    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final Map<String, Long> allocatedBefore = new LinkedHashMap<>();
    private final Map<String, Double> cpuBefore = new LinkedHashMap<>();
    private final long startNanos;

    private Costs(BenchCluster cluster) {
        cluster.chats().stream().filter(Node::isAlive).forEach(chat -> pids.put(nameOf(chat), chat.jvmPid()));
        if (cluster.persister().isAlive())
            pids.put(PERSISTER, cluster.persister().jvmPid());
        if (cluster.broker().isAlive()) pids.put(BROKER, cluster.broker().pid());
        if (cluster.database().isAlive()) pids.put(DATABASE, cluster.database().pid());
        pids.put(CLIENTS, ProcessHandle.current().pid());
        // First allocation, then CPU time; at the end in reverse order. The query itself costs CPU time of the process.
        pids.forEach((name, pid) -> {
            if (!name.equals(DATABASE)) allocatedBefore.put(name, allocated(pid));
        });
        pids.forEach((name, pid) -> cpuBefore.put(name, cpuSecondsOf(pid)));
        startNanos = System.nanoTime();
    }

    /** Includes the processes that are running now. */
    public static Costs begin(BenchCluster cluster) {
        return new Costs(cluster);
    }

    public static String nameOf(Node chat) {
        return "chat node " + chat;
    }

    /** Adds the clients' share of the CPU time, in cores. */
    public void addClientShare(String load, Results results) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        results.add(load + ", clients' CPU", cpu(CLIENTS) / seconds, "cores");
    }

    /** Adds the clients' share, and what each process used per 100,000 messages or deliveries. */
    public void add(String load, long count, String what, Results results) {
        addClientShare(load, results);
        cpuSeconds(UNIT / count)
                .forEach((name, seconds) -> results.add(load + ", cost at " + name, seconds, "CPU s/100,000 " + what));
        allocatedBefore.keySet().forEach(name -> {
            double megabytes = allocatedBytes(name) / MEGABYTE;
            results.add(load + ", allocation at " + name, megabytes * UNIT / count, "MB/100,000 " + what);
        });
    }

    /** CPU seconds of each process, multiplied by a factor. */
    public Map<String, Double> cpuSeconds(double factor) {
        var used = new LinkedHashMap<String, Double>();
        pids.keySet().forEach(name -> used.put(name, cpu(name) * factor));
        return used;
    }

    public long allocatedBytes(String name) {
        return allocated(pids.get(name)) - allocatedBefore.get(name);
    }

    private double cpu(String name) {
        return cpuSecondsOf(pids.get(name)) - cpuBefore.get(name);
    }

    /** Of all threads since the process started. */
    private static double cpuSecondsOf(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"))
                        .toMillis()
                / 1e3;
    }

    private static long allocated(long pid) {
        try (var jvm = Jvm.at(pid)) {
            return jvm.allocatedBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
