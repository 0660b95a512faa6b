package parley.system.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.cluster.server.Eventually;
import parley.cluster.server.Jvm;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/**
 * What a cluster has done so far: statements, records, allocated bytes.
 *
 * @param nanos when it was counted, as {@link System#nanoTime}
 */
record Count(Map<String, Long> values, long nanos) {

    private static final List<String> TOPICS =
            List.of(Log.MESSAGES, Log.ACKNOWLEDGED, MessageCostIT.STORED, MessageCostIT.RECEIPTS);
    private static final Duration IDLE = Duration.ofSeconds(5);

    /**
     * What the cluster does in a second without any load: servers look for the database, and collect what was removed. A
     * slow machine has more of those seconds during the same load.
     */
    static Map<String, Double> whileIdle(TestCluster cluster) {
        var before = now(cluster);
        Eventually.pause(IDLE);
        var after = now(cluster);
        double seconds = after.secondsSince(before);
        var idle = new LinkedHashMap<String, Double>();
        after.values.forEach((what, count) -> idle.put(what, (count - before.values.get(what)) / seconds));
        return idle;
    }

    /** What a load costs, without what the cluster does anyway. */
    static Map<String, Long> during(TestCluster cluster, Map<String, Double> idle, Runnable load) {
        var before = now(cluster);
        load.run();
        var after = now(cluster);
        double seconds = after.secondsSince(before);
        var cost = new LinkedHashMap<String, Long>();
        after.values.forEach((what, count) ->
                cost.put(what, count - before.values.get(what) - Math.round(idle.get(what) * seconds)));
        return cost;
    }

    private double secondsSince(Count earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    private static Count now(TestCluster cluster) {
        var values = new LinkedHashMap<String, Long>();
        for (var status : cluster.rows()
                .select(
                        "SHOW GLOBAL STATUS WHERE Variable_name IN ("
                                + "'Com_insert', 'Com_update', 'Com_select', 'Com_commit', 'Handler_read_key', 'Handler_read_next')")) {
            values.put(
                    status.getFirst().toString(),
                    Long.parseLong(status.getLast().toString()));
        }
        for (var topic : TOPICS) {
            values.put(
                    topic,
                    cluster.log().ends(topic).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        values.put(
                "chat nodes",
                Stream.of(cluster.one(), cluster.two())
                        .mapToLong(Count::allocated)
                        .sum());
        values.put("persister", allocated(cluster.persister()));
        return new Count(values, System.nanoTime());
    }

    private static long allocated(Node node) {
        try (var jvm = Jvm.at(node.jvmPid())) {
            return jvm.allocatedBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
