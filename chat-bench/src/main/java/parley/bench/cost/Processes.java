package parley.bench.cost;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import parley.bench.world.BenchWorld;
import parley.st.world.Node;

/** The processes of a world, and what the system says of one. */
public final class Processes {

    private static final String DATABASE = "database";

    private Processes() {}

    /** Those that run, by name. */
    static Map<String, Long> of(BenchWorld world) {
        var pids = new LinkedHashMap<String, Long>();
        world.chats().stream().filter(Node::isAlive).forEach(chat -> pids.put("chat node " + chat, jvm(chat)));
        if (world.persister().isAlive()) pids.put("persister", jvm(world.persister()));
        if (world.broker().isAlive()) pids.put("broker", world.broker().pid());
        if (world.database().isAlive()) pids.put(DATABASE, world.database().pid());
        pids.put("client", ProcessHandle.current().pid());
        return pids;
    }

    static boolean isJvm(String name) {
        return !name.equals(DATABASE);
    }

    /** The server itself; what started it may be a script that still waits for it. */
    public static long jvm(Node node) {
        var started = ProcessHandle.of(node.pid()).orElseThrow();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(node + " is no JVM yet"));
    }

    /** Of all its threads since it began, in user and in system mode. */
    static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"))
                .toMillis() / 1e3;
    }
}
