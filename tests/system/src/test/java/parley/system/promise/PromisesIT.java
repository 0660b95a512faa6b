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
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/**
 * One quick test of each guarantee, which fails if the code that implements it is removed. The other classes and
 * tests/faults test them under faults.
 */
class PromisesIT extends WithPair {

    private static final long OFFSET = (1L << 40) - 1;

    @AfterEach
    void database_comes_back() {
        cluster.database().comeBack();
    }

    @Test
    void g1_an_acknowledged_message_is_in_the_log() {
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
        // Once node two has read the record, so that the repeat is answered by the duplicate index.
        pair.kims.message(first.path("pos").asLong());
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
        answers.forEach(answer -> Chat.ok(Chat.await(answer)));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.adas.messages(pair.conversation)).hasSize(50));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.kims.messages(pair.conversation)).hasSize(50));
        var order = Person.positions(pair.ada.history(cluster.two(), pair.conversation, "?limit=200"));
        assertThat(order).hasSize(100).isSorted();
        assertThat(order_of(pair.adas)).isEqualTo(order);
        assertThat(order_of(pair.kims)).isEqualTo(order);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation).stream().map(row -> row.pos()))
                        .containsExactlyElementsOf(order));
    }

    /** The positions of own and others' messages in the order of the frames; an {@code ok} stands for its message. */
    private List<Long> order_of(Chat chat) {
        return chat.frames().stream()
                .filter(frame -> frame.path("conv").asLong() == pair.conversation)
                .filter(frame -> List.of("ok", "msg").contains(frame.path("t").asText()))
                .map(frame -> frame.path("pos").asLong())
                .toList();
    }

    @Test
    void g4_users_reconnect_and_send_without_the_database() {
        cluster.database().goAway();
        try (var back = Chat.hello(cluster.two(), pair.ada)) {
            var said = back.say(pair.conversation, "live").path("pos").asLong();
            assertThat(Person.positions(pair.kim.history(cluster.one(), pair.conversation, "")))
                    .contains(said);
        }
    }

    @Test
    void g5_a_resume_delivers_missed_messages() {
        long held = pair.adaSays("held");
        pair.kims.abort();
        long missed = pair.adaSays("missed");
        try (var back = Chat.hello(cluster.one(), pair.kim, Map.of(pair.conversation, held))) {
            assertThat(back.message(missed).path("prev").asLong()).isEqualTo(held);
        }
    }

    @Test
    void g6_a_non_member_can_neither_read_nor_write() {
        var eve = Person.register(cluster.one(), "eve");
        try (var eves = Chat.hello(cluster.one(), eve, Map.of(pair.conversation, 0L))) {
            pair.adaSays("private");
            var refused = Chat.await(eves.send(pair.conversation, Cids.now(), "let me in"));
            Chat.err("not_found", refused);
            assertThat(eve.at(cluster.two())
                            .get("/api/conversations/" + pair.conversation + "/messages")
                            .status())
                    .isEqualTo(404);
            eves.now(Json.of("t", "ping"));
            assertThat(eves.messages(pair.conversation)).isEmpty();
        }
    }

    @Test
    void g7_history_contains_messages_that_are_not_stored_yet() {
        cluster.persister().freeze();
        try {
            var said = pair.adaSays("read at once");
            assertThat(Person.positions(pair.kim.history(cluster.two(), pair.conversation, "")))
                    .contains(said);
            assertThat(cluster.rows().of(pair.conversation)).isEmpty();
        } finally {
            cluster.persister().thaw();
        }
    }
}
