package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.TestCluster;

/** Users are found by any part of their names, best match first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleSearchIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Api one = Person.register(cluster.one(), "seeker").at(cluster.one());

    /** A word that only the users of one test have in their names. */
    private String mark;

    @BeforeEach
    void another_word() {
        mark = Person.newName("p").replace(".", "");
    }

    @ParameterizedTest
    @CsvSource({
        "Björn, Björn",
        "Björn, bjorn",
        "Jörn, JÖRN",
        "Thomas Müller, müller",
        "Thomas Müller, MULLER",
        "Łukasz, lukasz",
        "日本 太郎, 日本",
        "שרה כהן, כהן",
        "Ada 😀, 😀",
        "Anna Straße, strasse",
        "Anna Straße, STRASSE",
        "Grace Hopper, Hopper Grace",
        "Grace Hopper, opper",
        "100% Ada, 100%",
        "a_b, a_b",
        "a\\b, a\\b",
        "Юрий, юрий",
        "Άννα, αννα",
    })
    void users_are_found_in_any_script(String displayName, String query) {
        long id = register(displayName);
        register("Zzz");
        assertThat(find(query + " " + mark, "").path("items"))
                .hasSize(1)
                .first()
                .matches(user -> user.path("id").asLong() == id);
        assertThat(find(query, "&limit=200").path("items"))
                .as("everybody of that name")
                .isNotEmpty();
    }

    @Test
    void the_best_matches_come_first_across_pages() {
        var all = List.of(
                register(mark, true),
                register(mark + "a Ada", true),
                register("Ada " + mark + "a", true),
                register("Ada x" + mark, true));
        var shuffledLater = register(mark, true);
        var wanted = new ArrayList<>(all);
        wanted.add(1, shuffledLater);
        var found = new ArrayList<Long>();
        var page = find(mark, "&limit=2");
        for (int pages = 0; pages < 9; pages++) {
            page.path("items").forEach(user -> found.add(user.path("id").asLong()));
            if (!page.has("next")) break;
            page = find(mark, "&limit=2&after=" + page.path("next").asText());
        }
        assertThat(found).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "_",
                "%5C",
                "%27%22%3B--",
                "!",
                "%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80",
                "%00",
                "%E2%80%8B",
                "%ED%A0%80",
                "%FF",
                "%3F1",
                "%3Aa"
            })
    void rare_queries_are_answered(String query) {
        var reply = one.get("/api/users?q=" + query);
        assertThat(reply.status()).as(reply.text()).isIn(200, 400);
    }

    @Test
    void a_long_query_is_answered() {
        for (var query : List.of("x".repeat(5_000), "%CC%81".repeat(1_500), "x+y+".repeat(1_000))) {
            assertThat(one.get("/api/users?q=" + query).status()).isIn(200, 400, 414);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "9-1", "1-", "", "-1-5", "1-99999999999999999999"})
    void an_invalid_page_cursor_is_refused(String after) {
        var reply = one.get("/api/users?q=ada&after=" + after);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("bad_request");
    }

    private JsonNode find(String query, String more) {
        return one.get("/api/users?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more)
                .as(200);
    }

    private long register(String displayName) {
        return register(displayName, false);
    }

    private long register(String displayName, boolean unmarked) {
        var username = Person.newName(unmarked ? "q" : mark);
        return one.post(
                        "/api/users",
                        Json.of("username", username, "password", Person.PASSWORD, "displayName", displayName))
                .as(201)
                .path("id")
                .asLong();
    }
}
