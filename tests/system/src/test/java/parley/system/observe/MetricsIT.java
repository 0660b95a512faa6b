package parley.system.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** /metrics and its documentation match. */
class MetricsIT {

    private static final TestCluster CLUSTER = TestCluster.shared();

    @Test
    void a_chat_node_has_the_documented_metrics() throws IOException {
        // Some metrics exist only after the first send.
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.two())) {
            pair.adaSays("counted");
        }
        assertThat(ownMetrics(CLUSTER.one())).isEqualTo(DocumentedMetrics.ofSection("chat node"));
    }

    @Test
    void a_persister_has_the_documented_metrics() {
        Eventually.holds(
                Duration.ofSeconds(30),
                () -> assertThat(ownMetrics(CLUSTER.persister())).isEqualTo(DocumentedMetrics.ofSection("persister")));
    }

    @Test
    void the_servers_metrics_that_are_documented_exist() throws IOException {
        var all = new TreeSet<>(DocumentedMetrics.families(CLUSTER.one().metrics()));
        assertThat(all).containsAll(DocumentedMetrics.ofSection("Open Liberty"));
    }

    private static TreeSet<String> ownMetrics(Node node) throws IOException {
        var own = new TreeSet<String>();
        for (var family : DocumentedMetrics.families(node.metrics())) if (family.startsWith("parley_")) own.add(family);
        return own;
    }
}
