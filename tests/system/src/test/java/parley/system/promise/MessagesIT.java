package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;

/** Messages between two users on two nodes: sending, delivery, history and unread counts. */
class MessagesIT extends WithPair {

    @Test
    void a_message_reaches_the_other_node_with_the_same_position() {
        var cid = Cids.now();
        var ok = Chat.await(pair.adas.send(pair.conversation, cid, "Grüße, 世界 👋"));
        Chat.ok(ok);
        assertThat(ok.path("cid").asText()).isEqualTo(cid);
        assertThat(ok.path("conv").asLong()).isEqualTo(pair.conversation);
        assertThat(ok.path("dup").asBoolean(true)).isFalse();
        assertThat(Instant.parse(ok.path("ts").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

        var heard = pair.kims.one("msg", frame -> frame.path("cid").asText().equals(cid));
        assertThat(heard.path("pos")).isEqualTo(ok.path("pos"));
        assertThat(heard.path("ts")).isEqualTo(ok.path("ts"));
        assertThat(heard.path("from").asLong()).isEqualTo(pair.ada.id());
        assertThat(heard.path("body").asText()).isEqualTo("Grüße, 世界 👋");
    }

    @Test
    void a_message_reaches_the_other_sessions_of_its_sender() {
        try (var second = Chat.hello(cluster.two(), pair.ada)) {
            var ok = pair.adas.say(pair.conversation, "to all but me");
            second.message(ok.path("pos").asLong());
            pair.kims.message(ok.path("pos").asLong());
            pair.adas.now(Json.of("t", "ping"));
            assertThat(pair.adas.messages(pair.conversation)).isEmpty();
        }
    }

    @Test
    void each_message_names_the_one_before_it() {
        pair.adaSays("first");
        for (int i = 0; i < 5; i++) pair.adaSays("next " + i);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.kims.messages(pair.conversation)).hasSize(6));
        var heard = pair.kims.messages(pair.conversation);
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i).path("prev")).isEqualTo(heard.get(i - 1).path("pos"));
        }
    }

    @Test
    void an_invalid_message_is_refused_and_leaves_nothing() {
        refused("bad_frame", pair.adas.send(pair.conversation, Cids.now(), "   "));
        refused("bad_frame", pair.adas.send(pair.conversation, Cids.now(), ""));
        refused("bad_frame", pair.adas.send(pair.conversation, "not-a-uuid", "body"));
        refused("bad_frame", pair.adas.send(pair.conversation, "9b2f4c1e-8d3a-4f6b-9c1d-2e3f4a5b6c7d", "a version 4"));
        refused("bad_frame", pair.adas.ask(Json.of("t", "send", "conv", pair.conversation, "body", "no cid")));
        refused("bad_frame", pair.adas.ask(Json.of("t", "dance")));
        refused(
                "clock",
                pair.adas.send(pair.conversation, Cids.at(System.currentTimeMillis() + 300_000), "from the future"));
        var tooLong = Chat.await(pair.adas.send(pair.conversation, Cids.now(), "x".repeat(4001)));
        assertThat(tooLong.path("code").asText()).isIn("bad_frame", "too_large");

        pair.adas.text("this is not JSON");
        Chat.err("bad_frame", pair.adas.one("err", frame -> !frame.has("id")));
        assertThat(pair.ada.history(cluster.one(), pair.conversation, "").path("items"))
                .isEmpty();
        assertThat(pair.adas.isOpen()).isTrue();
    }

    @Test
    void a_message_may_have_4000_code_points_outside_the_bmp() {
        var body = "👋".repeat(4000);
        var ok = pair.adas.say(pair.conversation, body);
        var heard = pair.kims.message(ok.path("pos").asLong());
        assertThat(heard.path("body").asText()).isEqualTo(body);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation)).hasSize(1));
    }

    /**
     * The server stops reading at the limit, while the client still writes. The end of the connection can then overtake
     * the close frame: TCP discards what was not read when a connection is reset, and RFC 6455 (7.1.7) promises a close
     * frame only if it can be sent. {@link FrameInputIT} has the code of clients that wait.
     */
    @Test
    void a_message_that_is_far_too_large_closes_the_socket_while_it_is_written() {
        pair.adas.text("{\"t\":\"ping\",\"filler\":\"" + "x".repeat(2_000_000) + "\"}");
        assertThat(pair.adas.closed().code()).isIn(1009, ChatSocket.ABNORMAL);
    }

    @Test
    void sends_above_the_rate_limit_are_refused_with_a_retry_delay() {
        var answers = new ArrayList<CompletableFuture<JsonNode>>();
        for (int i = 0; i < 900; i++) answers.add(pair.adas.send(pair.conversation, Cids.now(), "flood " + i));
        var limited = answers.stream()
                .map(Chat::await)
                .filter(a -> a.path("t").asText().equals("err"))
                .toList();
        assertThat(limited)
                .isNotEmpty()
                .allMatch(a -> a.path("code").asText().equals("rate_limited"))
                .allMatch(a ->
                        a.path("retry").asBoolean() && a.path("retryAfterMs").asLong() > 0);
        Eventually.holds(Duration.ofSeconds(60), () -> pair.adas.say(pair.conversation, "patience"));
    }

    @Test
    void history_pages_are_complete_in_both_directions() {
        var said = new ArrayList<Long>();
        for (int i = 0; i < 123; i++) said.add(pair.adaSays("m" + i));

        var newest = pair.kim.history(cluster.two(), pair.conversation, "");
        assertThat(Person.positions(newest)).isEqualTo(said.subList(73, 123));
        assertThat(newest.path("fresh").asBoolean(true)).isTrue();

        assertThat(pair.kim.positions(cluster.two(), pair.conversation, 25)).isEqualTo(said);

        var forth = new ArrayList<Long>();
        var after = Long.toString(said.getFirst() - 1);
        while (!after.isEmpty()) {
            var page = pair.kim.history(cluster.one(), pair.conversation, "?limit=25&after=" + after);
            forth.addAll(Person.positions(page));
            after = page.path("next").asText();
        }
        assertThat(forth).isEqualTo(said);
    }

    @Test
    void an_acknowledged_message_is_in_the_history_of_the_other_node_at_once() {
        for (int i = 0; i < 50; i++) {
            var ok = pair.adas.say(pair.conversation, "now " + i);
            assertThat(Person.positions(pair.kim.history(cluster.two(), pair.conversation, "?limit=1")))
                    .containsExactly(ok.path("pos").asLong());
        }
    }

    @Test
    void the_list_shows_the_last_message_and_counts_what_is_unread() {
        for (int i = 0; i < 3; i++) pair.adaSays("unread " + i);
        Eventually.holds(Chat.PATIENCE, () -> {
            var listed = pair.kim
                    .at(cluster.two())
                    .get("/api/conversations")
                    .as(200)
                    .path("items")
                    .path(0);
            assertThat(listed.path("id").asLong()).isEqualTo(pair.conversation);
            assertThat(listed.path("last").path("body").asText()).isEqualTo("unread 2");
            assertThat(listed.path("unread").asLong()).isEqualTo(3);
        });
        long last = pair.kims.messages(pair.conversation).getLast().path("pos").asLong();
        pair.kims.now(Json.of("t", "read", "conv", pair.conversation, "pos", last));
        var receipt = pair.adas.one("receipt", frame -> frame.path("user").asLong() == pair.kim.id());
        assertThat(receipt.path("read").asLong()).isEqualTo(last);
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pair.kim
                                .at(cluster.one())
                                .get("/api/conversations")
                                .as(200)
                                .path("items")
                                .path(0)
                                .path("unread")
                                .asLong())
                        .isZero());
    }

    @Test
    void a_message_posted_by_rest_is_deduplicated() {
        var path = "/api/conversations/" + pair.conversation + "/messages";
        var post = Json.of("cid", Cids.now(), "body", "from a pipe");
        var first = pair.ada.at(cluster.one()).post(path, post).as(200);
        var second = pair.ada.at(cluster.two()).post(path, post).as(200);
        assertThat(first.path("dup").asBoolean(true)).isFalse();
        assertThat(second.path("dup").asBoolean()).isTrue();
        assertThat(second.path("pos")).isEqualTo(first.path("pos"));
        pair.kims.message(first.path("pos").asLong());
    }

    private static void refused(String code, CompletableFuture<JsonNode> asked) {
        var answer = Chat.await(asked);
        assertThat(answer.path("t").asText()).as(answer.toString()).isEqualTo("err");
        assertThat(answer.path("code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.path("message").asText()).isNotBlank();
        assertThat(answer.has("retry")).isTrue();
    }
}
