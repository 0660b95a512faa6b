package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** Registration, sign-in, sign-out, and the directory. */
class AccountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCluster cluster = TestCluster.shared();
    private final Api one = Api.at(cluster.one());
    private final Api two = Api.at(cluster.two());

    @Test
    void a_username_is_unique_across_nodes_and_regardless_of_case() {
        var name = Person.newName("ada");
        var user = one.post("/api/users", registration(name)).as(201);
        assertThat(user.path("id").asLong()).isPositive();
        assertThat(user.path("username").asText()).isEqualTo(name);
        assertThat(user.path("displayName").asText()).isEqualTo("Ada");
        assertThat(user.toString()).doesNotContain("password").doesNotContain(Person.PASSWORD);

        assertThat(two.post("/api/users", registration(name)).status()).isEqualTo(409);
        var again = one.post("/api/users", registration(name.toUpperCase(Locale.ROOT)));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("username_taken");
    }

    @Test
    void users_are_named_by_id_on_every_node_as_soon_as_they_are_registered() {
        var ada = Person.register(cluster.one(), "ada", "Ada Lovelace");
        var kim = Person.register(cluster.one(), "kim", "Kim Novak");
        for (var node : List.of(cluster.one(), cluster.two())) {
            var query = "?ids=" + kim.id() + "," + ada.id() + "," + kim.id() + ",9007199254740991";
            var named = ada.at(node).get("/api/users" + query).as(200);
            assertThat(named.path("items").findValuesAsText("displayName"))
                    .containsExactly("Ada Lovelace", "Kim Novak");
            assertThat(named.path("items").path(1).path("id").asLong()).isEqualTo(kim.id());
            assertThat(named.path("items").path(1).path("username").asText()).isEqualTo(kim.username());
            assertThat(named.has("next")).isFalse();
        }
        var refused = ada.at(cluster.one()).get("/api/users?ids=1,x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fields").path(0).path("field").asText()).isEqualTo("ids");
    }

    @Test
    void a_refused_registration_names_the_invalid_fields() {
        var bad = one.post("/api/users", Json.of("username", "a b", "password", "short"));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.header("Content-Type")).startsWith("application/problem+json");
        assertThat(bad.code()).isNotBlank();
        assertThat(bad.text()).contains("username").contains("password");
    }

    @Test
    void sign_in_returns_a_token_and_an_httponly_samesite_cookie() {
        var ada = Person.register(cluster.one(), "ada");
        var reply = two.post("/api/session", Json.of("username", ada.username(), "password", ada.password()));
        var session = reply.as(200);
        assertThat(session.path("token").asText()).isNotBlank();
        assertThat(Instant.parse(session.path("expiresAt").asText())).isAfter(Instant.now());
        assertThat(session.path("user").path("id").asLong()).isEqualTo(ada.id());
        assertThat(reply.header("Set-Cookie").toLowerCase(Locale.ROOT))
                .contains("httponly")
                .contains("samesite=strict");

        var cookie = reply.header("Set-Cookie").split(";")[0];
        var who = one.call("GET", "/api/session", null, request -> request.header("Cookie", cookie))
                .as(200);
        assertThat(who.toString()).contains(ada.username());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        var ada = Person.register(cluster.one(), "ada");
        var wrong = one.post("/api/session", Json.of("username", ada.username(), "password", "not the password"));
        var unknown =
                one.post("/api/session", Json.of("username", Person.newName("nobody"), "password", "not the password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void sign_out_revokes_the_token_and_closes_its_sockets_on_every_node() {
        var ada = Person.register(cluster.one(), "ada");
        var other = ada.signIn(cluster.two());
        var here = Chat.hello(cluster.one(), ada);
        var there = Chat.hello(cluster.two(), ada);
        var spared = Chat.hello(cluster.one(), other);

        assertThat(ada.at(cluster.two()).get("/api/session").status()).isEqualTo(200);
        assertThat(ada.at(cluster.one()).delete("/api/session").status()).isEqualTo(204);

        assertThat(here.closed()).isEqualTo(new ChatSocket.Closed(1008, "signed out"));
        assertThat(there.closed()).isEqualTo(new ChatSocket.Closed(1008, "signed out"));
        Eventually.holds(
                PATIENCE,
                () -> assertThat(ada.at(cluster.two()).get("/api/session").status())
                        .isEqualTo(401));
        assertThat(ada.at(cluster.one()).get("/api/session").status()).isEqualTo(401);
        assertThat(spared.now(Json.of("t", "ping")).path("t").asText()).isEqualTo("pong");
        assertThat(other.at(cluster.two()).get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void the_pages_of_the_directory_contain_every_user_once() {
        var prefix = Person.newName("dir");
        for (int i = 0; i < 5; i++)
            one.post("/api/users", registration(prefix + "." + i)).as(201);
        var ada = Person.register(cluster.one(), "ada");

        var found = new ArrayList<String>();
        var query = "/api/users?q=" + prefix + "&limit=2";
        JsonNode page = ada.at(cluster.two()).get(query).as(200);
        for (int pages = 0; pages < 9; pages++) {
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items").forEach(user -> found.add(user.path("username").asText()));
            if (!page.has("next")) break;
            page = ada.at(cluster.two())
                    .get(query + "&after=" + page.path("next").asText())
                    .as(200);
        }
        assertThat(found).hasSize(5).doesNotHaveDuplicates().allMatch(name -> name.startsWith(prefix));
    }

    private static JsonNode registration(String name) {
        return Json.of("username", name, "password", Person.PASSWORD, "displayName", "Ada");
    }
}
