package parley.bench.cost;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.bench.world.BenchWorld;
import parley.st.world.Node;

/** The processes of a world, and what the system says of one. */
public final class Processes {

    static final String CLIENTS = "clients";
    private static final String DATABASE = "database";

    private Processes() {}

    /** Those that run, by name. */
    static Map<String, Long> of(BenchWorld world) {
        var pids = new LinkedHashMap<String, Long>();
        world.chats().stream().filter(Node::isAlive).forEach(chat -> pids.put("chat node " + chat, chat.jvmPid()));
        if (world.persister().isAlive()) pids.put("persister", world.persister().jvmPid());
        if (world.broker().isAlive()) pids.put("broker", world.broker().pid());
        if (world.database().isAlive()) pids.put(DATABASE, world.database().pid());
        pids.put(CLIENTS, ProcessHandle.current().pid());
        return pids;
    }

    static boolean isJvm(String name) {
        return !name.equals(DATABASE);
    }

    /** Of all its threads since it began, in user and in system mode. */
    public static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended"))
                .toMillis() / 1e3;
    }
}
