package parley.system.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;
import parley.system.admin.CommandLine;

/** A real Prometheus and a real installation: every rule and every query of a dashboard has data. See .ci/monitoring. */
@Tag("long")
class MonitoringIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(2);
    /** How long users write before and after the failures; the pictures in docs are of a longer time. */
    private static final Duration QUIET = Duration.ofSeconds(Integer.getInteger("monitoring.seconds", 20));

    private static TestCluster cluster;
    private static Prometheus prometheus;
    private static Instant began;
    private static Instant ended;

    /** What happens: load, a broker that does not answer, no persister until its alerts fire, and load again. */
    @BeforeAll
    static void run() throws IOException {
        assumeTrue(Prometheus.isInstalled(), ".ci/monitoring installs Prometheus");
        cluster = TestCluster.builder()
                .prefix("monitored-")
                .chats("chat-1", "chat-2")
                .persisters("persister-1")
                .settings(server -> TestCluster.HIGH_LIMITS)
                .build();
        cluster.ensureReady();
        var targets = new LinkedHashMap<String, String>();
        cluster.nodes()
                .forEach(node -> targets.put(
                        instance(node),
                        node.http("").getHost() + ":" + node.http("").getPort()));
        var files = TestPaths.made(TestPaths.WORLD.resolve("exported"));
        prometheus = new Prometheus(targets, files);
        began = Instant.now();
        var pairs = IntStream.range(0, 5)
                .mapToObj(i -> Pair.on(cluster.one(), cluster.two()))
                .toList();
        var load = SendLoad.start(pairs, 100);
        Eventually.pause(QUIET);
        cluster.broker().freeze();
        Eventually.pause(Duration.ofSeconds(8));
        cluster.broker().thaw();
        load.awaitAcknowledged(100);
        cluster.persister().kill();
        fires("ParleyProcessDown", "ParleyNoPersister");
        cluster.persister().start();
        cluster.persister().awaitReady();
        Eventually.holds(PATIENCE, () -> assertThat(prometheus.firing()).isEmpty());
        probe(files);
        Eventually.holds(
                PATIENCE,
                () -> assertThat(prometheus.query("parley_probe_success == 1")).hasSize(1));
        Eventually.pause(QUIET);
        load.stop();
        ended = Instant.now();
        pairs.forEach(Pair::close);
    }

    private static void probe(Path files) throws IOException {
        var accounts = new StringBuilder();
        for (var who : List.of("probe.1", "probe.2")) {
            var account = Person.register(cluster.one(), who);
            accounts.append(account.username())
                    .append('=')
                    .append(account.password())
                    .append('\n');
        }
        var file = Files.writeString(TestPaths.WORLD.resolve("probe.accounts"), accounts);
        new CommandLine(Map.of("PARLEY_URL", cluster.one().http("").toString()))
                .run(
                        "probe",
                        "--accounts",
                        file.toString(),
                        "--metrics",
                        files.resolve("parley.prom").toString())
                .as(0);
    }

    private static void fires(String... alerts) {
        Eventually.holds(PATIENCE, () -> assertThat(prometheus.firing()).contains(alerts));
    }

    private static String instance(Node node) {
        return node.toString().replace("monitored-", "");
    }

    @AfterAll
    static void end() {
        if (prometheus != null) prometheus.close();
        if (cluster != null) cluster.close();
    }

    @Test
    void every_rule_is_evaluated_without_an_error() {
        assertThat(prometheus.rules()).hasSize(14).allSatisfy(rule -> {
            assertThat(rule.path("health").asText()).as(rule.toString()).isEqualTo("ok");
            assertThat(rule.path("lastError").asText()).isEmpty();
        });
    }

    @Test
    void every_rule_compares_series_that_exist() {
        assertThat(prometheus.rules())
                .allSatisfy(rule -> assertThat(
                                prometheus.query(compared(rule.path("query").asText())))
                        .as(rule.path("query").asText())
                        .isNotEmpty());
    }

    /** The expression with the result of each comparison as its value, 0 or 1, instead of no series for 0. */
    private static String compared(String expression) {
        return expression
                .replaceAll("(?<=\\s)(==|>|<)(?=\\s)(?! bool)", "$1 bool")
                .replace("absent(", "count(");
    }

    @Test
    void every_query_of_the_dashboards_has_a_result_for_every_process() throws IOException {
        var instances = prometheus.labelValues("instance", "up{job=\"parley\"}");
        assertThat(instances).containsExactly("chat-1", "chat-2", "persister-1");
        hasResults(Dashboard.read("parley", ""), true);
        for (var instance : instances)
            hasResults(Dashboard.read("parley-server", instance), instance.startsWith("chat"));
    }

    private static void hasResults(Dashboard dashboard, boolean ofChatNodes) {
        for (var panel : dashboard.panels()) {
            if (panel.isOfChatNodesOnly() && !ofChatNodes) continue;
            for (var target : panel.targets())
                assertThat(range(compared(target.expression())))
                        .as(panel.title() + ": " + target.expression())
                        .isNotEmpty()
                        .allSatisfy(series ->
                                assertThat(target.name(series)).as("legend").doesNotContain("{{"));
        }
    }

    @Test
    void the_results_are_drawn() throws IOException {
        var folder = TestPaths.made(TestPaths.TARGET.resolve("dashboards"));
        draw("parley", "", folder.resolve("dashboard.png"));
        draw("parley-server", "chat-1", folder.resolve("dashboard-server.png"));
        assertThat(Files.size(folder.resolve("dashboard.png"))).isPositive();
    }

    private static void draw(String uid, String instance, Path png) throws IOException {
        var dashboard = Dashboard.read(uid, instance);
        var heading = "%s%s. Drawn from the results of its queries, not by Grafana. Minutes."
                .formatted(dashboard.title(), instance.isEmpty() ? "" : ", " + instance);
        DashboardPicture.draw(dashboard, heading, MonitoringIT::range, began.getEpochSecond(), png);
    }

    private static List<JsonNode> range(String expression) {
        return prometheus.range(expression, began, ended, STEP);
    }
}
