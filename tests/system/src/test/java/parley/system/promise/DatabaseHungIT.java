package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/**
 * G4 while the database accepts connections and answers nothing. The limits are those of the protocol (1 s for health,
 * 2 s for the list and recent history, 3 s for what needs the database, 15 s for {@code store}) plus several seconds,
 * because the whole cluster shares two busy processors. Without the guard, a call takes the driver's 25 s.
 */
class DatabaseHungIT extends WithPair {

    private static final Duration HEALTH = Duration.ofSeconds(8);
    private static final Duration FROM_THE_LOG = Duration.ofSeconds(8);
    private static final Duration REFUSAL = Duration.ofSeconds(10);
    private static final Duration STORE = Duration.ofSeconds(25);

    @Test
    void chat_goes_on_while_the_database_hangs_and_all_is_stored_afterwards() {
        assumeTrue(cluster.database().isOurs(), "an external database cannot be frozen");
        long before = pair.adaSays("before");
        // Read once, so that the node knows names and titles.
        pair.kim.at(cluster.two()).get("/api/conversations").as(200);
        cluster.database().freeze();
        long during;
        try {
            // Before the node has detected that the database hangs.
            recent_reads_come_from_the_log(pair, before);
            during = within(FROM_THE_LOG, () -> pair.adas.say(pair.conversation, "during"))
                    .path("pos")
                    .asLong();
            told_down(pair.adas);
            told_down(pair.kims);
            // And after it has detected it.
            recent_reads_come_from_the_log(pair, during);
            what_needs_the_database_is_refused(pair);
            nodes_stay_ready_and_say_what_is_wrong();
            who_comes_now_is_told(pair);
        } finally {
            cluster.database().thaw();
        }
        Stored.reaches_to_the_end_of_the_log(cluster);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .extracting(row -> row.pos())
                        .contains(before, during));
        Eventually.holds(Chat.PATIENCE, () -> assertThat(last(pair.adas)).isEqualTo("ok"));
        Eventually.holds(Chat.PATIENCE, () -> Person.register(cluster.one(), "late"));
    }

    private void recent_reads_come_from_the_log(Pair pair, long last) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var kim = pair.kim.at(node);
            var list = within(FROM_THE_LOG, () -> kim.get("/api/conversations")).as(200);
            assertThat(list.path("items").path(0).path("id").asLong()).isEqualTo(pair.conversation);
            var path = "/api/conversations/" + pair.conversation;
            var one = within(FROM_THE_LOG, () -> kim.get(path)).as(200);
            assertThat(one.path("id").asLong()).isEqualTo(pair.conversation);
            var page = within(FROM_THE_LOG, () -> kim.get(path + "/messages")).as(200);
            assertThat(Person.positions(page)).contains(last);
        }
        var stranger = pair.ada.at(cluster.one());
        var nowhere = within(FROM_THE_LOG, () -> stranger.get("/api/conversations/999999999/messages"));
        assertThat(nowhere.status()).isEqualTo(404);
    }

    private void what_needs_the_database_is_refused(Pair pair) {
        var ada = pair.ada.at(cluster.one());
        for (var refused : List.<Supplier<Api.Reply>>of(
                () -> Api.at(cluster.one())
                        .post(
                                "/api/session",
                                Json.of("username", pair.ada.username(), "password", pair.ada.password())),
                () -> ada.get("/api/users?q=kim"),
                () -> ada.put("/api/conversations/direct/" + pair.kim.id()),
                () -> ada.post("/api/conversations", Json.of("title", "now", "members", List.of(pair.kim.id()))))) {
            var reply = within(REFUSAL, refused);
            assertThat(reply.status()).as(reply.text()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("unavailable");
            assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        }
        var old =
                Json.of("t", "send", "cid", Cids.now(), "conv", 999_999_999L, "body", "to a conversation nobody knows");
        var answer = within(FROM_THE_LOG, () -> pair.adas.now(old));
        Chat.err("unavailable", answer);
    }

    private void nodes_stay_ready_and_say_what_is_wrong() {
        for (Node node : List.of(cluster.one(), cluster.two())) {
            var health = within(HEALTH, () -> node.health("ready"));
            assertThat(health.status()).as(health.body()).isEqualTo(200);
            assertThat(health.body()).contains("not answering");
        }
    }

    private void who_comes_now_is_told(Pair pair) {
        try (var late = within(FROM_THE_LOG, () -> Chat.hello(cluster.two(), pair.ada))) {
            told_down(late);
        }
    }

    private static void told_down(Chat chat) {
        Eventually.holds(STORE, () -> assertThat(last(chat)).isEqualTo("down"));
    }

    private static String last(Chat chat) {
        var news = chat.frames("store");
        return news.isEmpty() ? "ok" : news.getLast().path("state").asText();
    }

    private static <T> T within(Duration limit, Supplier<T> call) {
        long begun = System.nanoTime();
        var result = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
        return result;
    }
}
