package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** G2: a send is one message, wherever and whenever it is repeated. */
class OnceIT extends WithPair {

    @Test
    void a_repeat_on_the_same_node_gets_the_first_position() {
        var cid = Cids.now();
        var first = Chat.ok(Chat.await(pair.adas.send(pair.conversation, cid, "once")));
        isRepeat(first, Chat.await(pair.adas.send(pair.conversation, cid, "once")));
        isRepeat(first, Chat.await(pair.adas.send(pair.conversation, cid, "once, in other words")));
        isThereOnce(cid);
    }

    @Test
    void a_repeat_on_the_other_node_gets_the_first_position() {
        var cid = Cids.now();
        var first = Chat.ok(Chat.await(pair.adas.send(pair.conversation, cid, "once")));
        try (var second = Chat.hello(cluster.two(), pair.ada)) {
            isRepeat(first, Chat.await(second.send(pair.conversation, cid, "once")));
        }
        isThereOnce(cid);
    }

    @Test
    void concurrent_repeats_on_two_nodes_are_one_message() {
        try (var second = Chat.hello(cluster.two(), pair.ada)) {
            var cids = new ArrayList<String>();
            for (int round = 0; round < 50; round++) {
                var cid = Cids.now();
                cids.add(cid);
                var here = pair.adas.send(pair.conversation, cid, "round " + round);
                var there = second.send(pair.conversation, cid, "round " + round);
                var one = Chat.ok(Chat.await(here));
                var other = Chat.ok(Chat.await(there));
                assertThat(one.path("pos")).isEqualTo(other.path("pos"));
                assertThat(one.path("dup").asBoolean() ^ other.path("dup").asBoolean())
                        .as(one + " and " + other)
                        .isTrue();
            }
            cids.forEach(this::isThereOnce);
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation)).hasSize(50));
    }

    @Test
    void the_same_cid_of_another_sender_is_another_message() {
        var cid = Cids.now();
        var adas = Chat.ok(Chat.await(pair.adas.send(pair.conversation, cid, "Ada's")));
        var kims = Chat.ok(Chat.await(pair.kims.send(pair.conversation, cid, "Kim's")));
        assertThat(kims.path("dup").asBoolean()).isFalse();
        assertThat(kims.path("pos")).isNotEqualTo(adas.path("pos"));
    }

    @Test
    @Tag("long")
    void a_repeat_after_a_restart_of_both_nodes_gets_the_first_position() {
        var first = new HashMap<String, JsonNode>();
        for (int i = 0; i < 5; i++) {
            var cid = Cids.now();
            first.put(cid, Chat.ok(Chat.await(pair.adas.send(pair.conversation, cid, "before " + i))));
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation)).hasSize(5));
        TestCluster.atOnce(cluster.one()::kill, cluster.two()::end);
        TestCluster.shared();
        try (var here = Chat.hello(cluster.one(), pair.ada);
                var there = Chat.hello(cluster.two(), pair.ada)) {
            first.forEach((cid, ok) -> {
                isRepeat(ok, Chat.await(here.send(pair.conversation, cid, "after")));
                isRepeat(ok, Chat.await(there.send(pair.conversation, cid, "after")));
            });
            assertThat(here.say(pair.conversation, "something new").path("dup").asBoolean())
                    .isFalse();
        }
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation)).hasSize(6));
    }

    private void isThereOnce(String cid) {
        pair.kims.one("msg", frame -> frame.path("cid").asText().equals(cid));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .filteredOn(row -> row.cid().equals(cid.replace("-", "")))
                        .hasSize(1));
        assertThat(pair.kims.frames("msg"))
                .filteredOn(frame -> frame.path("cid").asText().equals(cid))
                .hasSize(1);
        assertThat(pair.kim
                        .history(cluster.two(), pair.conversation, "?limit=200")
                        .path("items"))
                .filteredOn(message -> message.path("cid").asText().equals(cid))
                .hasSize(1);
    }

    private static void isRepeat(JsonNode first, JsonNode answer) {
        assertThat(Chat.ok(answer).path("dup").asBoolean())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.path("pos")).isEqualTo(first.path("pos"));
        assertThat(answer.path("ts")).isEqualTo(first.path("ts"));
    }
}
