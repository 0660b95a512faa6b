package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** The index is complete again after a crash, and needs the database only to be built. */
class SearchFeedIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    @Tag("long")
    void a_node_that_was_killed_goes_on_where_its_index_ends() throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long before = pair.adaSays("before the crash");
            awaits(pair.kim, cluster.two(), "crash in:" + pair.conversation, before);
            cluster.two().kill();
            long during = pair.adaSays("during the crash");
            cluster.ensureReady();
            awaits(pair.kim, cluster.two(), "crash in:" + pair.conversation, during, before);
            assertThat(cluster.two().logSinceStart()).doesNotContain("Building the search index");
        }
    }

    @Test
    @Tag("long")
    void a_node_that_was_down_when_a_rebuild_was_asked_for_builds_its_index_when_it_starts() throws IOException {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long pos = pair.adaSays("before the rebuild");
            awaits(pair.kim, cluster.two(), "rebuild in:" + pair.conversation, pos);
            cluster.two().kill();
            var operator = Operator.of(cluster).person().at(cluster.one());
            assertThat(operator.call("POST", "/api/admin/search/rebuild", null).status())
                    .isEqualTo(204);
            cluster.ensureReady();
            awaits(pair.kim, cluster.two(), "rebuild in:" + pair.conversation, pos);
            assertThat(cluster.two().logSinceStart()).contains("Building the search index");
        }
    }

    @Test
    void search_goes_on_without_the_database() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long first = pair.adaSays("melon with it");
            awaits(pair.kim, cluster.one(), "melon in:" + pair.conversation, first);
            cluster.database().goAway();
            try {
                long second = pair.adaSays("melon without it");
                awaits(pair.kim, cluster.one(), "melon in:" + pair.conversation, second, first);
            } finally {
                cluster.database().comeBack();
            }
        }
    }

    @Test
    @Tag("long")
    void a_server_without_an_index_says_so_and_is_ready() {
        var late = cluster.another("searchless", Map.of("PARLEY_SEARCH_BACKEND", "none"));
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            late.start();
            late.awaitReady();
            var refused = pair.ada.at(late).get("/api/search?q=x").as(503);
            assertThat(refused.path("detail").asText()).isEqualTo("Search is turned off on this server.");
            assertThat(late.health("ready").body()).contains("chat-search", "Search is turned off");
        } finally {
            late.kill();
        }
    }

    private static void awaits(Person who, Node node, String query, Long... expected) {
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(found(who, node, query)).containsExactly(expected));
    }

    private static List<Long> found(Person who, Node node, String query) {
        var page = who.at(node).get("/api/search?q=" + query.replace(" ", "+")).as(200);
        return page.path("items").valueStream().map(SearchFeedIT::pos).toList();
    }

    private static long pos(JsonNode hit) {
        return hit.path("msg").path("pos").asLong();
    }
}
