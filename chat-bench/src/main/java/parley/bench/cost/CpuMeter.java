package parley.bench.cost;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.world.BenchWorld;
import parley.st.world.Node;

/** What a stretch of time costs: CPU of the clients, who share the machine, and of each kind of server. */
public final class CpuMeter {

    private static final double MANY = 100_000;

    private final BenchWorld world;
    private final long beganNanos = System.nanoTime();
    private final Map<String, Duration> before;

    private CpuMeter(BenchWorld world) {
        this.world = world;
        this.before = read(world);
    }

    public static CpuMeter begin(BenchWorld world) {
        return new CpuMeter(world);
    }

    /** The clients' share, as {@code of, clients' CPU}. */
    public void share(String of, Results results) {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        results.add(new Figure(of + ", clients' CPU", used().get("clients") / seconds, "cores"));
    }

    /** And what it cost each, for 100,000 of {@code what}. */
    public void costs(String of, long count, String what, Results results) {
        share(of, results);
        used().forEach((who, seconds) ->
                results.add(new Figure(of + ", cost at " + who, seconds * MANY / count, "CPU s/100,000 " + what)));
    }

    private Map<String, Double> used() {
        var used = new LinkedHashMap<String, Double>();
        read(world).forEach((who, now) -> used.put(who, now.minus(before.getOrDefault(who, Duration.ZERO)).toMillis() / 1e3));
        return used;
    }

    private static Map<String, Duration> read(BenchWorld world) {
        var read = new LinkedHashMap<String, Duration>();
        read.put("clients", own(ProcessHandle.current()));
        read.put("chat", world.chats().stream().filter(Node::isAlive).map(node -> tree(node.pid())).reduce(Duration.ZERO, Duration::plus));
        read.put("persister", tree(world.persister().pid()));
        read.put("broker", tree(world.broker().pid()));
        read.put("database", ProcessHandle.current().descendants()
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                .map(CpuMeter::own)
                .reduce(Duration.ZERO, Duration::plus));
        return read;
    }

    private static Duration tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(CpuMeter::own)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
