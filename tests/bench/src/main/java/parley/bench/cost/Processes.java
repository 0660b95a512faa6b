package parley.bench.cost;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Node;

/** The processes of a world, and what the system says of one. */
public final class Processes {

    static final String CLIENTS = "clients";
    public static final String BROKER = "broker";
    public static final String PERSISTER = "persister";
    public static final String DATABASE = "database";

    private Processes() {}

    /** Those that run, by name. */
    static Map<String, Long> of(BenchCluster world) {
        var pids = new LinkedHashMap<String, Long>();
        world.chats().stream().filter(Node::isAlive).forEach(chat -> pids.put(of(chat), chat.jvmPid()));
        if (world.persister().isAlive()) pids.put(PERSISTER, world.persister().jvmPid());
        if (world.broker().isAlive()) pids.put(BROKER, world.broker().pid());
        if (world.database().isAlive()) pids.put(DATABASE, world.database().pid());
        pids.put(CLIENTS, ProcessHandle.current().pid());
        return pids;
    }

    /** The name of a chat node's process. */
    public static String of(Node chat) {
        return "chat node " + chat;
    }

    static boolean isJvm(String name) {
        return !name.equals(DATABASE);
    }

    /** Of all its threads since it began, in user and in system mode. */
    public static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"))
                        .toMillis()
                / 1e3;
    }
}
