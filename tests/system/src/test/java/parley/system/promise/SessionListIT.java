package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Json;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** Users see their sessions on every node, and end them everywhere. */
class SessionListIT {

    private static final ChatSocket.Closed SIGNED_OUT = new ChatSocket.Closed(1008, "signed out");
    private static final Duration ON_ALL_NODES = Duration.ofSeconds(5);

    private final TestCluster cluster = TestCluster.shared();
    private final Person laptop = Person.register(cluster.one(), "ada");

    @Test
    void a_user_sees_the_sessions_of_all_nodes_the_newest_first() {
        var phone = laptop.signIn(cluster.two());
        var seen = sessions(phone, cluster.one());
        assertThat(seen).extracting(session -> session.has("current")).containsExactly(true, false);
        assertThat(sessions(laptop, cluster.two()))
                .extracting(session -> session.has("current"))
                .containsExactly(false, true);
        assertThat(seen).allSatisfy(session -> {
            assertThat(session.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(session.path("userAgent").asText()).startsWith("Java-http-client/");
            assertThat(session.path("expiresAt").asText())
                    .isGreaterThan(session.path("begunAt").asText());
        });
        assertThat(seen.toString()).doesNotContain(laptop.token()).doesNotContain(phone.token());
    }

    @Test
    void ending_a_session_on_another_node_closes_its_socket_and_its_token_is_dead_everywhere() {
        var phone = laptop.signIn(cluster.two());
        var id = idOf(phone);
        try (var there = Chat.hello(cluster.two(), phone);
                var here = Chat.hello(cluster.one(), laptop)) {
            assertThat(laptop.at(cluster.one()).delete("/api/me/sessions/" + id).status())
                    .isEqualTo(204);
            assertThat(there.closed()).isEqualTo(SIGNED_OUT);
            is_dead(phone);
            here.now(Json.of("t", "ping"));
        }
        assertThat(sessions(laptop, cluster.two())).singleElement().matches(session -> session.has("current"));
        assertThat(laptop.at(cluster.two()).delete("/api/me/sessions/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void somebody_else_s_session_is_not_found_and_goes_on() {
        var kim = Person.register(cluster.two(), "kim");
        for (var id : List.of(idOf(kim), UUID.randomUUID().toString(), "1", "x".repeat(300)))
            assertThat(laptop.at(cluster.one()).delete("/api/me/sessions/" + id).status())
                    .as(id)
                    .isEqualTo(404);
        assertThat(kim.at(cluster.one()).get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void all_other_sessions_end_and_this_one_goes_on() {
        var phone = laptop.signIn(cluster.two());
        var tablet = laptop.signIn(cluster.one());
        try (var there = Chat.hello(cluster.two(), phone)) {
            assertThat(tablet.at(cluster.two()).delete("/api/me/sessions").status())
                    .isEqualTo(204);
            assertThat(there.closed()).isEqualTo(SIGNED_OUT);
        }
        is_dead(laptop);
        is_dead(phone);
        assertThat(sessions(tablet, cluster.one())).singleElement().matches(session -> session.has("current"));
    }

    @Test
    void the_present_session_can_be_ended_like_the_others() {
        var reply = laptop.at(cluster.one()).delete("/api/me/sessions/" + idOf(laptop));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Set-Cookie")).contains("parley_session=;");
        is_dead(laptop);
    }

    @Test
    void a_session_that_was_signed_out_or_ended_with_a_password_is_in_no_list() {
        var phone = laptop.signIn(cluster.two());
        laptop.signIn(cluster.one());
        phone.at(cluster.two()).delete("/api/session");
        Eventually.holds(
                ON_ALL_NODES, () -> assertThat(sessions(laptop, cluster.one())).hasSize(2));
        var next = "three purple elephants sing";
        var change = Json.of("current", Person.PASSWORD, "password", next, "endOtherSessions", true);
        assertThat(laptop.at(cluster.one())
                        .call("PUT", "/api/me/password", change.toString())
                        .status())
                .isEqualTo(204);
        assertThat(sessions(laptop, cluster.one())).hasSize(1);
    }

    @Test
    void an_operator_lists_and_ends_the_sessions_of_a_user() {
        var operator = Operator.of(cluster).person().at(cluster.one());
        var phone = laptop.signIn(cluster.two());
        var path = "/api/admin/users/" + laptop.id() + "/sessions";
        var seen = items(operator.get(path).as(200));
        assertThat(seen).hasSize(2).noneMatch(session -> session.has("current"));
        assertThat(operator.delete(path + "/" + idOf(phone)).status()).isEqualTo(204);
        is_dead(phone);
        assertThat(laptop.at(cluster.two()).get("/api/session").status()).isEqualTo(200);
        assertThat(operator.delete(path).status()).isEqualTo(204);
        is_dead(laptop);
        assertThat(items(operator.get(path).as(200))).isEmpty();
        assertThat(sessions(laptop.signIn(cluster.two()), cluster.one())).hasSize(1);
        assertThat(operator.delete("/api/admin/users/" + (laptop.id() + 1_000_000) + "/sessions")
                        .status())
                .isEqualTo(404);
    }

    private void is_dead(Person session) {
        for (var node : List.of(cluster.one(), cluster.two()))
            Eventually.holds(
                    ON_ALL_NODES,
                    () -> assertThat(session.at(node).get("/api/session").status())
                            .isEqualTo(401));
    }

    private String idOf(Person session) {
        return sessions(session, cluster.one()).stream()
                .filter(item -> item.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static List<JsonNode> sessions(Person session, Node node) {
        return items(session.at(node).get("/api/me/sessions").as(200));
    }

    private static List<JsonNode> items(JsonNode reply) {
        return reply.path("items").valueStream().toList();
    }
}
