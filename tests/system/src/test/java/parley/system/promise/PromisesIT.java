package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/**
 * Each promise in its smallest form: one quick test that fails when the code that holds it is taken out. What it takes
 * to break them stands in the other classes and in tests/faults.
 */
class PromisesIT {

    private static final long OFFSET = (1L << 40) - 1;

    private final TestCluster cluster = TestCluster.shared();
    private final Pair pair = Pair.on(cluster.one(), cluster.two());

    @AfterEach
    void they_go() {
        pair.close();
        cluster.database().comeBack();
    }

    @Test
    void g1_at_its_ok_a_message_is_in_the_log() {
        var ok = pair.adas.say(pair.conversation, "durable");
        assertThat(cluster.log().all(Log.MESSAGES))
                .filteredOn(record -> record.offset() == (ok.path("pos").asLong() & OFFSET)
                        && record.key().equals(Long.toString(pair.conversation)))
                .hasSize(1)
                .allMatch(record -> record.value().contains(ok.path("cid").asText()));
    }

    @Test
    void g2_the_same_send_on_another_node_is_the_same_message() {
        var cid = Cids.now();
        var first = Chat.await(pair.adas.send(pair.conversation, cid, "once"));
        // Node two has read it: else what it reads then would answer the repeat that waits there.
        pair.kims.one("msg", frame -> frame.path("pos").equals(first.path("pos")));
        try (var elsewhere = Chat.hello(cluster.two(), pair.ada)) {
            var again = Chat.await(elsewhere.send(pair.conversation, cid, "once"));
            assertThat(again.path("pos")).isEqualTo(first.path("pos"));
            assertThat(again.path("dup").asBoolean()).isTrue();
        }
    }

    @Test
    void g3_both_sides_see_one_order() {
        var answers = new ArrayList<CompletableFuture<JsonNode>>();
        for (int i = 0; i < 50; i++) {
            answers.add(pair.adas.send(pair.conversation, Cids.now(), "Ada " + i));
            answers.add(pair.kims.send(pair.conversation, Cids.now(), "Kim " + i));
        }
        answers.forEach(
                answer -> assertThat(Chat.await(answer).path("t").asText()).isEqualTo("ok"));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.adas.messages(pair.conversation)).hasSize(50));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.kims.messages(pair.conversation)).hasSize(50));
        var order = MessagesIT.places(pair.ada.history(cluster.two(), pair.conversation, "?limit=200"));
        assertThat(order).hasSize(100).isSorted();
        assertThat(order_of(pair.adas)).isEqualTo(order);
        assertThat(order_of(pair.kims)).isEqualTo(order);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation).stream().map(row -> row.pos()))
                        .containsExactlyElementsOf(order));
    }

    /** A client's own and the others' messages, as its frames come: an {@code ok} stands for its message. */
    private List<Long> order_of(Chat chat) {
        return chat.frames().stream()
                .filter(frame -> frame.path("conv").asLong() == pair.conversation)
                .filter(frame -> List.of("ok", "msg").contains(frame.path("t").asText()))
                .map(frame -> frame.path("pos").asLong())
                .toList();
    }

    @Test
    void g4_without_the_database_people_come_back_and_talk() {
        cluster.database().goAway();
        try (var back = Chat.hello(cluster.two(), pair.ada)) {
            var said = back.say(pair.conversation, "live").path("pos").asLong();
            assertThat(MessagesIT.places(pair.kim.history(cluster.one(), pair.conversation, "")))
                    .contains(said);
        }
    }

    @Test
    void g5_who_comes_back_gets_what_was_missed() {
        long held = pair.adas.say(pair.conversation, "held").path("pos").asLong();
        pair.kims.abort();
        long missed = pair.adas.say(pair.conversation, "missed").path("pos").asLong();
        try (var back = Chat.hello(cluster.one(), pair.kim, Map.of(pair.conversation, held))) {
            assertThat(back.one("msg", frame -> frame.path("pos").asLong() == missed)
                            .path("prev")
                            .asLong())
                    .isEqualTo(held);
        }
    }

    @Test
    void g6_a_stranger_neither_reads_nor_writes() {
        var eve = Person.register(cluster.one(), "eve");
        try (var eves = Chat.hello(cluster.one(), eve, Map.of(pair.conversation, 0L))) {
            pair.adas.say(pair.conversation, "private");
            var refused = Chat.await(eves.send(pair.conversation, Cids.now(), "let me in"));
            assertThat(refused.path("code").asText()).isEqualTo("not_found");
            assertThat(eve.at(cluster.two())
                            .get("/api/conversations/" + pair.conversation + "/messages")
                            .status())
                    .isEqualTo(404);
            eves.now(Json.of("t", "ping"));
            assertThat(eves.messages(pair.conversation)).isEmpty();
        }
    }

    @Test
    void g7_history_has_what_the_database_does_not_have_yet() {
        cluster.persister().freeze();
        try {
            var said =
                    pair.adas.say(pair.conversation, "read at once").path("pos").asLong();
            assertThat(MessagesIT.places(pair.kim.history(cluster.two(), pair.conversation, "")))
                    .contains(said);
            assertThat(cluster.rows().of(pair.conversation)).isEmpty();
        } finally {
            cluster.persister().thaw();
        }
    }
}
