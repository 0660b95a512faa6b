package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.ForgedToken;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** G6: a socket does nothing before its hello, and nothing after its session has ended. */
class SocketLifeIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");
    private final Person kim = Person.register(cluster.one(), "kim");
    private final long conversation = ada.direct(cluster.one(), kim);

    @Test
    void a_socket_without_a_hello_is_closed_at_sign_out_on_every_node() throws Exception {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var signedIn = ada.signIn(cluster.one());
            try (var chat = Chat.connect(node, signedIn)) {
                assertThat(signedIn.at(cluster.one()).delete("/api/session").status())
                        .isEqualTo(204);
                assertThat(chat.closed()).isEqualTo(new ChatSocket.Closed(1008, "signed out"));
                does_nothing(chat);
            }
            assertThat(ada.history(cluster.one(), conversation, "").path("items"))
                    .isEmpty();
        }
    }

    @Test
    void a_frame_after_sign_out_has_no_effect() throws Exception {
        var signedIn = ada.signIn(cluster.one());
        try (var greeted = Chat.hello(cluster.one(), signedIn);
                var ungreeted = Chat.connect(cluster.one(), signedIn)) {
            assertThat(signedIn.at(cluster.one()).delete("/api/session").status())
                    .isEqualTo(204);
            does_nothing(greeted);
            does_nothing(ungreeted);
            assertThat(greeted.closed().code()).isEqualTo(1008);
            assertThat(ungreeted.closed().code()).isEqualTo(1008);
        }
        assertThat(ada.history(cluster.one(), conversation, "").path("items")).isEmpty();
    }

    private void does_nothing(Chat chat) throws Exception {
        is_not_done(chat, Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "too late"));
        is_not_done(chat, Json.of("t", "hello"));
    }

    private static void is_not_done(Chat chat, ObjectNode frame) throws InterruptedException {
        try {
            assertThat(chat.ask(frame).get(10, TimeUnit.SECONDS).path("t").asText())
                    .isEqualTo("err");
        } catch (ExecutionException | TimeoutException closed) {
            assertThat(chat.isOpen()).isFalse();
        }
    }

    @Test
    void a_socket_without_a_hello_is_closed_when_its_token_expires() {
        var token = ForgedToken.of(ada, Instant.now().plusSeconds(5), cluster.tokenKey());
        try (var chat = Chat.connect(
                cluster.one(), new Person(ada.id(), ada.username(), ada.password(), ada.displayName(), token))) {
            assertThat(chat.closed()).isEqualTo(new ChatSocket.Closed(1008, "token expired"));
        }
    }

    @Test
    void a_socket_without_a_hello_is_counted_and_closed_after_the_time_limit() {
        try (var chat = Chat.connect(cluster.one(), ada)) {
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(cluster.one().metric("parley_sockets_ungreeted"))
                            .isPositive());
            assertThat(chat.closed()).isEqualTo(new ChatSocket.Closed(1008, "no hello in time"));
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(cluster.one().metric("parley_sockets_ungreeted"))
                            .isZero());
        }
    }

    @Test
    void before_its_hello_a_socket_receives_only_answers() {
        try (var adas = Chat.hello(cluster.one(), ada);
                var kims = Chat.connect(cluster.one(), kim)) {
            for (var frame : List.of(
                    Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "too early"),
                    Json.of("t", "edit", "cid", Cids.now(), "conv", conversation, "pos", 1, "body", "too early"),
                    Json.of("t", "revoke", "cid", Cids.now(), "conv", conversation, "pos", 1),
                    Json.of("t", "react", "cid", Cids.now(), "conv", conversation, "pos", 1, "emoji", "👍", "on", true),
                    Json.of("t", "read", "conv", conversation, "pos", 1),
                    Json.of("t", "unread", "conv", conversation, "pos", 1),
                    Json.of("t", "typing", "conv", conversation),
                    Json.of("t", "watch", "users", List.of(ada.id())))) {
                Chat.err("forbidden", kims.now(frame));
            }
            int answers = kims.frames().size();
            kims.text(Json.of("t", "typing", "conv", conversation).toString());
            adas.now(Json.of("t", "watch", "users", List.of(kim.id())));
            adas.say(conversation, "not heard yet");
            assertThat(kims.now(Json.of("t", "ping")).path("t").asText()).isEqualTo("pong");
            assertThat(kims.frames())
                    .as("a frame without id has no answer, and nothing is live")
                    .hasSize(answers + 1);
            assertThat(adas.one("presence", frame -> true)
                            .path("users")
                            .path(0)
                            .path("online")
                            .asBoolean(true))
                    .isFalse();

            Chat.err("bad_frame", kims.now(Json.of("t", "hello", "resume", List.of())));
            assertThat(kims.now(Json.of("t", "hello")).path("t").asText())
                    .as("after one that failed")
                    .isEqualTo("welcome");
            var heard = adas.say(conversation, "heard");
            kims.message(heard.path("pos").asLong());
            adas.one(
                    "presence",
                    frame -> frame.path("users").path(0).path("online").asBoolean());
            Chat.err("conflict", kims.now(Json.of("t", "hello")));
        }
    }

    @Test
    void sockets_are_limited_per_user() {
        var open = new ArrayList<Chat>();
        try {
            for (int i = 0; i < 50; i++) open.add(Chat.hello(cluster.two(), kim));
            open.add(Chat.connect(cluster.two(), kim));
            var refused = open.getLast().closed();
            assertThat(refused.code()).isEqualTo(1013);
            assertThat(refused.reason()).contains("too many sockets");
            assertThat(open.getFirst().now(Json.of("t", "ping")).path("t").asText())
                    .isEqualTo("pong");
            open.removeFirst().close();
            is_let_in(cluster.two());
        } finally {
            open.forEach(Chat::close);
        }
    }

    private void is_let_in(Node node) {
        Eventually.holds(Chat.PATIENCE, () -> {
            try (var chat = Chat.connect(node, kim)) {
                assertThat(chat.now(Json.of("t", "hello")).path("t").asText()).isEqualTo("welcome");
            }
        });
    }

    @Test
    void sockets_without_a_hello_have_a_lower_limit_per_user() {
        var open = new ArrayList<Chat>();
        try {
            for (int i = 0; i < 21; i++) open.add(Chat.connect(cluster.two(), kim));
            Eventually.holds(
                    Chat.PATIENCE,
                    () -> assertThat(open.stream().filter(chat -> !chat.isOpen()))
                            .isNotEmpty());
            assertThat(open.stream()
                            .filter(chat -> !chat.isOpen())
                            .map(chat -> chat.closed().code()))
                    .contains(1013);
        } finally {
            open.forEach(Chat::close);
        }
    }
}
