package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.system.promise.Chains.is_a_chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.ForgedToken;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** How sockets end. G5: a client that is too slow is closed, and no frame skipped; G6: a socket ends with its token. */
class SessionsIT {

    /** A frame of 16 KB: some hundreds fill the TCP buffers of both ends. */
    private static final String LARGE = "𝒳".repeat(4_000);

    private static final int EACH = 450;

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_socket_is_closed_when_its_token_expires() {
        var ada = Person.register(cluster.one(), "ada");
        var token = ForgedToken.of(ada, Instant.now().plusSeconds(5), cluster.tokenKey());
        try (var chat = Chat.hello(
                cluster.one(), new Person(ada.id(), ada.username(), ada.password(), ada.displayName(), token))) {
            assertThat(chat.closed()).isEqualTo(new ChatSocket.Closed(1008, "token expired"));
        }
    }

    @Test
    @Tag("long")
    void a_client_that_does_not_read_is_closed_and_misses_nothing_after_its_resume() {
        var kim = Person.register(cluster.one(), "kim");
        var ada = Person.register(cluster.one(), "ada");
        var bob = Person.register(cluster.two(), "bob");
        long group = kim.group(cluster.one(), "much", ada, bob);
        double before = cluster.one().metric("parley_slow_closes_total");
        try (var slow = Chat.hello(cluster.one(), kim);
                var adas = Chat.hello(cluster.one(), ada);
                var bobs = Chat.hello(cluster.two(), bob)) {
            long held = adas.say(group, "the last that Kim reads in time")
                    .path("pos")
                    .asLong();
            slow.message(held);
            slow.stopListening();
            var answers = new ArrayList<CompletableFuture<JsonNode>>();
            for (int i = 0; i < EACH; i++) {
                answers.add(adas.send(group, Cids.now(), LARGE));
                answers.add(bobs.send(group, Cids.now(), LARGE));
            }
            answers.forEach(answer -> Chat.ok(Chat.await(answer)));
            // The others are not affected while Kim's socket is stuck.
            var meanwhile = adas.say(group, "meanwhile");
            bobs.message(meanwhile.path("pos").asLong());
            Eventually.holds(
                    Duration.ofSeconds(90),
                    () -> assertThat(cluster.one().metric("parley_slow_closes_total"))
                            .isGreaterThan(before));
            slow.listen();
            assertThat(slow.closed().code()).isIn(1013, 1006);
            is_a_chain(
                    held,
                    slow.messages(group).stream()
                            .filter(message -> message.path("pos").asLong() > held)
                            .toList());
            comes_back_and_has_all(kim, group, slow, meanwhile.path("pos").asLong());
        }
    }

    private void comes_back_and_has_all(Person kim, long group, Chat slow, long newest) {
        long read = slow.messages(group).getLast().path("pos").asLong();
        try (var back = Chat.hello(cluster.two(), kim, Map.of(group, read))) {
            assertThat(back.hasRecovered(group)).isTrue();
            // 19 MB, of which at most 64 KiB are in flight.
            Eventually.holds(
                    Duration.ofSeconds(150),
                    () -> assertThat(back.messages(group))
                            .last()
                            .extracting(frame -> frame.path("pos").asLong())
                            .isEqualTo(newest));
            is_a_chain(read, back.messages(group));
            assertThat(slow.messages(group).size() + back.messages(group).size())
                    .isEqualTo(1 + 2 * EACH + 1);
        }
    }

    @Test
    void metrics_count_sends_sockets_and_rows() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.one(), "kim");
        long conversation = ada.direct(cluster.one(), kim);
        try (var chat = Chat.hello(cluster.one(), ada)) {
            double sends = cluster.one().metric("parley_sends_total");
            double rows = cluster.persister().metric("parley_rows_total");
            var cid = Cids.now();
            Chat.await(chat.send(conversation, cid, "counted"));
            Chat.await(chat.send(conversation, cid, "counted"));
            Chat.await(chat.send(conversation + 1_000_000, Cids.now(), "nowhere"));
            chat.now(Json.of("t", "ping"));
            assertThat(cluster.one().metric("parley_sends_total") - sends).isEqualTo(3);
            assertThat(cluster.one().metric("parley_send_seconds_count")).isPositive();
            assertThat(cluster.one().metric("parley_index_entries")).isPositive();
            assertThat(cluster.one().metric("parley_tail_records")).isPositive();
            assertThat(cluster.one().metric("parley_sockets")).isPositive();
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(cluster.persister().metric("parley_rows_total"))
                            .isGreaterThan(rows));
        }
    }
}
