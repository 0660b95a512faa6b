package parley.system.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/**
 * What traces cost: nodes without traces, with all and with one in a hundred run side by side on one log and take turns,
 * so that the ratios hold although the machine does other things. Writes target/telemetry.md.
 */
@Tag("long")
class TelemetryCostIT {

    private static final int ROUNDS = 9;
    /** Code is compiled in these. */
    private static final int WARM_UP_ROUNDS = 2;

    private static final int STARTS = 3;
    private static final int PAIRS = 5;
    private static final int EACH = 600;
    private static final int MESSAGES = 2 * PAIRS * EACH;

    private static final LongAdder SPANS = new LongAdder();
    private static final OtlpReceiver RECEIVER = new OtlpReceiver(span -> SPANS.increment());
    /** By the name of the node: the share of messages with a trace. */
    private static final Map<String, Double> SHARES = shares();

    private static final TestCluster CLUSTER = TestCluster.builder()
            .prefix("cost-")
            .chats(SHARES.keySet().toArray(String[]::new))
            .serverJvm("")
            .settings(TelemetryCostIT::settings)
            .withoutProxies()
            .build();

    private static final List<String> FIGURES = new ArrayList<>();

    private static Map<String, Double> shares() {
        var shares = new LinkedHashMap<String, Double>();
        shares.put("off", 0.0);
        shares.put("hundredth", 0.01);
        shares.put("all", 1.0);
        return shares;
    }

    private static Map<String, String> settings(String server) {
        var all = new HashMap<>(TestCluster.HIGH_LIMITS);
        // Each round has users of its own.
        all.put("PARLEY_PASSWORD_ITERATIONS", "2000");
        double share = SHARES.getOrDefault(server, 0.0);
        if (share == 0) return all;
        all.putAll(RECEIVER.settings(server));
        all.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        all.put("OTEL_TRACES_SAMPLER_ARG", Double.toString(share));
        // As many spans as there are at these rates, so that none is dropped.
        all.put("OTEL_BSP_MAX_QUEUE_SIZE", "65536");
        return all;
    }

    @BeforeAll
    static void start() {
        CLUSTER.ensureReady();
    }

    @AfterAll
    static void end() throws IOException {
        CLUSTER.close();
        RECEIVER.close();
        Files.write(TestPaths.TARGET.resolve("telemetry.md"), FIGURES);
        FIGURES.forEach(System.out::println);
    }

    /** @param micros of processor time for a message */
    private record Cost(double micros, double perSecond) {}

    @Test
    void the_cost_of_a_message_is_measured() {
        var costs = new LinkedHashMap<String, List<Cost>>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (var node : inTurn(round)) {
                var cost = costOfAMessage(node);
                if (round >= 0)
                    costs.computeIfAbsent(name(node), any -> new ArrayList<>()).add(cost);
            }
        }
        assertThat(SPANS.sum()).isGreaterThan((long) ROUNDS * MESSAGES);
        var off = costs.get("off");
        for (var name : SHARES.keySet()) {
            var each = costs.get(name);
            FIGURES.add(
                    "%s: %.0f µs of processor time for a message, %.2f of off; %.0f messages per second, %.2f of off"
                            .formatted(
                                    name,
                                    median(micros(each)),
                                    ratio(micros(each), micros(off)),
                                    median(rates(each)),
                                    ratio(rates(each), rates(off))));
        }
        FIGURES.add("%d spans received".formatted(SPANS.sum()));
    }

    private static List<Double> micros(List<Cost> costs) {
        return costs.stream().map(Cost::micros).toList();
    }

    private static List<Double> rates(List<Cost> costs) {
        return costs.stream().map(Cost::perSecond).toList();
    }

    /** Of the node that takes the messages and delivers them. */
    private static Cost costOfAMessage(Node node) {
        var pairs = IntStream.range(0, PAIRS).mapToObj(i -> Pair.on(node, node)).toList();
        var before = processorTime(node);
        long began = System.nanoTime();
        var load = SendLoad.of(pairs, EACH);
        double seconds = (System.nanoTime() - began) / 1e9;
        var spent = processorTime(node).minus(before);
        pairs.forEach(Pair::close);
        assertThat(load.refused()).isEmpty();
        assertThat(load.acknowledged()).hasSize(MESSAGES);
        return new Cost(spent.toNanos() / 1_000.0 / MESSAGES, MESSAGES / seconds);
    }

    private static Duration processorTime(Node node) {
        return ProcessHandle.of(node.jvmPid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Test
    void the_time_of_a_start_is_measured() {
        var seconds = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < STARTS; round++) {
            for (var node : inTurn(round)) {
                node.kill();
                long began = System.nanoTime();
                node.start();
                node.awaitReady();
                seconds.computeIfAbsent(name(node), any -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
            }
        }
        seconds.forEach((name, each) -> FIGURES.add(
                "%s: ready after %.1f s, %.2f of off".formatted(name, median(each), ratio(each, seconds.get("off")))));
    }

    /** Nobody is always first. */
    private static List<Node> inTurn(int round) {
        var nodes = new ArrayList<>(
                CLUSTER.nodes().filter(node -> SHARES.containsKey(name(node))).toList());
        Collections.rotate(nodes, round);
        return nodes;
    }

    private static String name(Node node) {
        return node.toString().substring("cost-".length());
    }

    /** The median of the ratios of each round. */
    private static double ratio(List<Double> each, List<Double> off) {
        return median(IntStream.range(0, each.size())
                .mapToObj(i -> each.get(i) / off.get(i))
                .toList());
    }

    private static double median(List<Double> each) {
        return each.stream().sorted().toList().get(each.size() / 2);
    }
}
