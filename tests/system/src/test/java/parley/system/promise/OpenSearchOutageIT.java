package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.OpenSearch;
import parley.cluster.server.TestCluster;

/** Chat does not need the search engine, and what was said without it is found when it is back. */
@Tag("long")
class OpenSearchOutageIT {

    private final TestCluster cluster = OpenSearchCluster.shared().cluster();
    private final OpenSearch engine = OpenSearchCluster.shared().engine();
    private final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void disconnect() {
        pair.close();
    }

    @Test
    void while_the_engine_is_dead_searches_are_refused_and_chat_goes_on() {
        long before = pair.adaSays("kiwi before");
        awaits(cluster.one(), before);
        awaits(cluster.two(), before);
        engine.kill();
        long during = pair.adaSays("kiwi during");
        refused(cluster.one());
        refused(cluster.two());
        engine.comeUp();
        awaits(cluster.one(), during, before);
        awaits(cluster.two(), during, before);
    }

    @Test
    void while_the_engine_hangs_searches_are_refused_and_chat_goes_on() {
        long before = pair.adaSays("kiwi before");
        awaits(cluster.one(), before);
        awaits(cluster.two(), before);
        engine.freeze();
        long during;
        try {
            during = pair.adaSays("kiwi during");
            refused(cluster.one());
            refused(cluster.two());
            operatorsSee("down");
        } finally {
            engine.thaw();
        }
        awaits(cluster.one(), during, before);
        awaits(cluster.two(), during, before);
        operatorsSee("up");
    }

    @Test
    void when_the_node_that_feeds_the_index_is_killed_the_other_one_feeds_it() {
        long first = pair.adaSays("kiwi with both");
        awaits(cluster.one(), first);
        cluster.two().kill();
        long second = pair.adaSays("kiwi without two");
        awaits(cluster.one(), second, first);
        cluster.ensureReady();
        awaits(cluster.two(), second, first);
        cluster.one().kill();
        long third = pair.kim
                .post(cluster.two(), pair.conversation, "kiwi without one")
                .as(200)
                .path("pos")
                .asLong();
        awaits(cluster.two(), third, second, first);
        cluster.ensureReady();
        awaits(cluster.one(), third, second, first);
    }

    private void refused(Node node) {
        var answer = pair.kim.at(node).get("/api/search?q=kiwi").as(503);
        assertThat(answer.path("code").asText()).isEqualTo("unavailable");
        assertThat(node.health("ready").status()).isEqualTo(200);
    }

    /** Also while the engine does not answer. */
    private void operatorsSee(String state) {
        var operator = Operator.of(cluster).person().at(cluster.one());
        Eventually.holds(Chat.PATIENCE.multipliedBy(2), () -> {
            assertThat(Api.at(cluster.one()).get("/metrics").text())
                    .containsPattern("parley_search_documents\\S* [0-9]");
            assertThat(operator.get("/api/admin/search")
                            .as(200)
                            .path("nodes")
                            .valueStream()
                            .map(node -> node.path("state").asText()))
                    .containsExactly(state, state);
        });
    }

    private void awaits(Node node, Long... expected) {
        Eventually.holds(Chat.PATIENCE.multipliedBy(2), () -> {
            var answer = pair.kim.at(node).get("/api/search?q=kiwi+in:" + pair.conversation);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.as(200)
                            .path("items")
                            .valueStream()
                            .map(hit -> hit.path("msg").path("pos").asLong()))
                    .containsExactly(expected);
        });
    }
}
