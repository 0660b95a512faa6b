package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** G6: conversations are private; and errors are problem documents. */
class ContractIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Api nobody = Api.at(cluster.one());

    @Test
    void a_body_that_is_not_JSON_is_a_client_error() {
        var ada = Person.register(cluster.one(), "ada").at(cluster.one());
        isProblem(400, nobody.call("POST", "/api/users", "{\"username\": "));
        isProblem(400, nobody.call("POST", "/api/session", "[]"));
        isProblem(400, nobody.call("POST", "/api/users", "{\"username\": {\"a\": 1}, \"password\": 7}"));
        isProblem(400, ada.call("POST", "/api/conversations", "{\"title\": \"x\", \"members\": \"all\"}"));
    }

    @Test
    void an_unknown_path_returns_a_problem() {
        var ada = Person.register(cluster.one(), "ada").at(cluster.one());
        isProblem(404, ada.get("/api/nothing/of/the/kind"));
        isProblem(404, ada.get("/api/conversations/999999999"));
        isProblem(404, ada.put("/api/conversations/direct/999999999"));
        isProblem(405, ada.patch("/api/users", Json.of()));
    }

    @Test
    void pages_have_limits() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.two(), "kim");
        var messages = "/api/conversations/" + ada.direct(cluster.one(), kim) + "/messages";
        isProblem(400, ada.at(cluster.one()).get(messages + "?limit=0"));
        isProblem(400, ada.at(cluster.one()).get(messages + "?limit=201"));
        isProblem(400, ada.at(cluster.one()).get(messages + "?before=yesterday"));
        ada.at(cluster.one()).get(messages + "?limit=200").as(200);
    }

    @Test
    void nobody_reads_anything() {
        isProblem(401, nobody.get("/api/session"));
        isProblem(401, nobody.get("/api/users"));
        isProblem(401, nobody.get("/api/conversations"));
        isProblem(401, nobody.get("/api/conversations/1/messages"));
        isProblem(401, new Api(cluster.one(), "eyJhbGciOiJub25lIn0.e30.").get("/api/conversations"));
    }

    @Test
    void a_conversation_of_others_looks_like_one_that_does_not_exist() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.two(), "kim");
        var eve = Person.register(cluster.two(), "eve").at(cluster.two());
        var theirs = "/api/conversations/" + ada.direct(cluster.one(), kim);
        var nothing = "/api/conversations/999999999";
        var post = Json.of("cid", Cids.now(), "body", "let me in");

        assertThat(isProblem(404, eve.get(theirs)).code())
                .isEqualTo(eve.get(nothing).code());
        assertThat(isProblem(404, eve.get(theirs + "/messages")).code())
                .isEqualTo(eve.get(nothing + "/messages").code());
        assertThat(isProblem(404, eve.post(theirs + "/messages", post)).code())
                .isEqualTo(eve.post(nothing + "/messages", post).code());
        isProblem(404, eve.get(theirs + "/members"));
        isProblem(404, eve.patch(theirs, Json.of("title", "mine")));
        isProblem(404, eve.delete(theirs + "/members/" + ada.id()));
    }

    @Test
    void a_stranger_gets_not_found_over_the_socket() {
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.two(), "kim");
        long theirs = ada.direct(cluster.one(), kim);
        try (var eves = Chat.hello(cluster.two(), Person.register(cluster.two(), "eve"))) {
            for (long conversation : new long[] {theirs, 999_999_999L}) {
                Chat.err("not_found", Chat.await(eves.send(conversation, Cids.now(), "let me in")));
                Chat.err("not_found", eves.now(Json.of("t", "typing", "conv", conversation)));
                Chat.err("not_found", eves.now(Json.of("t", "read", "conv", conversation, "pos", 1)));
                Chat.err("not_found", eves.now(Json.of("t", "unread", "conv", conversation, "pos", 1)));
            }
            assertThat(ada.history(cluster.one(), theirs, "").path("items")).isEmpty();
        }
    }

    @Test
    void the_handshake_accepts_signed_in_users_from_the_own_origin() {
        var ada = Person.register(cluster.one(), "ada");
        var session = nobody.post("/api/session", Json.of("username", ada.username(), "password", ada.password()));
        var cookie = session.header("Set-Cookie").split(";")[0];
        var here = cluster.one().http("").toString();

        assertThat(handshake(request -> request)).isEqualTo(401);
        assertThat(handshake(request -> request.header("Authorization", "Bearer nonsense")))
                .isEqualTo(401);
        assertThat(handshake(request -> request.header("Cookie", cookie).header("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(handshake(request -> request.header("Cookie", cookie))).isEqualTo(403);
        assertThat(handshake(request -> request.header("Cookie", cookie).header("Origin", here)))
                .isEqualTo(101);
        assertThat(handshake(request -> request.header("Authorization", "Bearer " + ada.token())))
                .isEqualTo(101);
    }

    @Test
    void a_socket_accepts_one_hello() {
        var ada = Person.register(cluster.one(), "ada");
        try (var adas = Chat.hello(cluster.one(), ada)) {
            var welcome = adas.frames().getFirst();
            assertThat(welcome.path("user").path("id").asLong()).isEqualTo(ada.id());
            assertThat(welcome.path("version").asInt()).isEqualTo(1);
            assertThat(welcome.path("session").asText()).isNotBlank();
            assertThat(welcome.path("serverTime").asText()).endsWith("Z");
            assertThat(welcome.path("limits").path("body").asInt()).isEqualTo(4000);
            assertThat(welcome.path("limits").path("frameBytes").asInt()).isPositive();
            assertThat(adas.now(Json.of("t", "hello")).path("t").asText()).isEqualTo("err");
        }
    }

    private int handshake(UnaryOperator<WebSocket.Builder> headers) {
        try {
            headers.apply(java.net.http.HttpClient.newHttpClient().newWebSocketBuilder())
                    .buildAsync(cluster.one().ws(), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused)
                return refused.getResponse().statusCode();
            throw e;
        }
    }

    private static Api.Reply isProblem(int status, Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.code()).as(reply.text()).isNotBlank();
        assertThat(reply.json().path("type").asText()).as(reply.text()).isNotBlank();
        return reply;
    }
}
