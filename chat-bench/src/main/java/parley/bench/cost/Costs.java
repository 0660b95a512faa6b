package parley.bench.cost;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.world.BenchWorld;
import parley.st.world.Jvm;

/** An account of what every process of a world uses, from its begin to its end. */
public final class Costs implements AutoCloseable {

    private static final double PER_MESSAGES = 100_000;

    /** @param allocatedBytes 0 for a process that is no JVM */
    private record Usage(double cpuSeconds, long allocatedBytes) {

        Usage minus(Usage before) {
            return new Usage(cpuSeconds - before.cpuSeconds, allocatedBytes - before.allocatedBytes);
        }
    }

    private final Map<String, Long> pids;
    private final Map<String, Jvm> jvms = new LinkedHashMap<>();
    private Map<String, Usage> before;

    /** Of the processes that run now. */
    public Costs(BenchWorld world) {
        pids = Processes.of(world);
        pids.forEach((name, pid) -> {
            if (Processes.isJvm(name)) jvms.put(name, Jvm.at(pid));
        });
        begin();
    }

    /** Forgets what was used until now. */
    public void begin() {
        before = now();
    }

    private Map<String, Usage> now() {
        var usages = new LinkedHashMap<String, Usage>();
        pids.forEach((name, pid) -> usages.put(name, new Usage(
                Processes.cpuSeconds(pid), jvms.containsKey(name) ? jvms.get(name).allocatedBytes() : 0)));
        return usages;
    }

    /** @param load what went on, as its figures name it */
    public void end(String load, long messages, Results results) {
        var used = new LinkedHashMap<String, Usage>();
        now().forEach((name, usage) -> used.put(name, usage.minus(before.get(name))));
        used.forEach((name, usage) -> results.add(new Figure(
                "%s: CPU of %s".formatted(load, name), usage.cpuSeconds * PER_MESSAGES / messages, "s / 100,000 messages")));
        used.forEach((name, usage) -> {
            if (!jvms.containsKey(name)) return;
            results.add(new Figure("%s: allocation of %s".formatted(load, name), (double) usage.allocatedBytes / messages, "bytes / message"));
        });
        double all = used.values().stream().mapToDouble(Usage::cpuSeconds).sum();
        results.add(new Figure("%s: the client's share of all CPU time".formatted(load), 100 * used.get("client").cpuSeconds / all, "%"));
    }

    @Override
    public void close() throws IOException {
        for (var jvm : jvms.values()) jvm.close();
    }
}
