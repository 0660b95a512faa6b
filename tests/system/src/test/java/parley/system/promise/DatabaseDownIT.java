package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** G4: chat works without the database. */
class DatabaseDownIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    @Tag("long")
    void chat_goes_on_and_a_chat_node_starts_while_the_database_cannot_be_reached() {
        var late = cluster.another("late", TestCluster.HIGH_LIMITS);
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            long said = pair.adaSays("before");
            chat_goes_on(cluster.database()::goAway, Duration.ofSeconds(12), () -> starts_and_serves(late, pair, said));
            Eventually.holds(Chat.PATIENCE, () -> pair.kim.signIn(late));
        } finally {
            late.kill();
        }
    }

    @Test
    void chat_goes_on_while_the_database_is_dead() {
        assumeTrue(cluster.database().isOurs(), "an external database cannot be killed");
        chat_goes_on(cluster.database()::kill, Duration.ofSeconds(8), () -> {});
    }

    private void starts_and_serves(Node late, Pair pair, long said) {
        late.start();
        late.awaitReady();
        try (var back = Chat.hello(late, pair.kim, Map.of(pair.conversation, said))) {
            long next = back.say(pair.conversation, "without it").path("pos").asLong();
            pair.adas.message(next);
            assertThat(Person.positions(pair.kim.history(late, pair.conversation, "")))
                    .contains(said, next);
        }
        sign_in_is_refused_in_plain_words(pair);
    }

    /** @param meanwhile runs during the outage, which lasts {@code howLong} at least */
    private void chat_goes_on(Runnable ending, Duration howLong, Runnable meanwhile) {
        var pairs = List.of(Pair.on(cluster.one(), cluster.two()), Pair.on(cluster.two(), cluster.one()));
        var load = SendLoad.start(pairs, 100);
        load.awaitAcknowledged(50);

        var bystanders = Pair.on(cluster.one(), cluster.two());
        var phone = bystanders.ada.signIn(cluster.two());
        ending.run();
        int before = load.acknowledged().size();
        long gone = System.nanoTime();
        try {
            lives_without_it(bystanders);
            sessions_are_not_listed_and_all_others_end(bystanders.ada, phone);
            meanwhile.run();
            while (System.nanoTime() - gone < howLong.toNanos()) load.awaitAcknowledged(20);
        } finally {
            cluster.database().comeBack();
            load.stop();
        }
        assertThat(load.refused()).isEmpty();
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        System.out.printf(
                "[st] DatabaseDownIT: %d messages, %d of them while the database was gone; %s%n",
                load.acknowledged().size(), load.acknowledged().size() - before, load.latencies());
        var adas = pairs.getFirst().adas;
        adas.one("store", frame -> !frame.path("state").asText().equals("ok"));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(adas.frames("store").getLast().path("state").asText())
                        .isEqualTo("ok"));
        assertThat(bystanders
                        .ada
                        .at(cluster.two())
                        .get("/api/me/sessions")
                        .as(200)
                        .path("items"))
                .as("the live sessions")
                .hasSize(1);
        pairs.forEach(Pair::close);
        bystanders.close();
    }

    private void lives_without_it(Pair pair) {
        try (var elsewhere = Chat.hello(cluster.two(), pair.ada)) {
            var said = elsewhere
                    .say(pair.conversation, "a new socket, without the database")
                    .path("pos")
                    .asLong();
            said_is_in_the_history(pair, said);
            said_is_the_last_line_of_the_list(pair, said);
        }
        names_are_known(pair);
        sign_in_is_refused_in_plain_words(pair);
    }

    private void sessions_are_not_listed_and_all_others_end(Person ada, Person phone) {
        var list = ada.at(cluster.one()).get("/api/me/sessions");
        assertThat(list.status()).as(list.text()).isEqualTo(503);
        assertThat(list.header("Content-Type")).startsWith("application/problem+json");
        assertThat(ada.at(cluster.one()).delete("/api/me/sessions").status()).isEqualTo(204);
        for (var node : List.of(cluster.one(), cluster.two()))
            Eventually.holds(
                    Duration.ofSeconds(5),
                    () -> assertThat(phone.at(node).get("/api/session").status())
                            .isEqualTo(401));
        assertThat(ada.at(cluster.two()).get("/api/session").status()).isEqualTo(200);
    }

    private void sign_in_is_refused_in_plain_words(Pair pair) {
        var signIn = Api.at(cluster.one())
                .post("/api/session", Json.of("username", pair.ada.username(), "password", pair.ada.password()));
        assertThat(signIn.status()).as(signIn.text()).isEqualTo(503);
        assertThat(signIn.code()).isEqualTo("unavailable");
        assertThat(Integer.parseInt(signIn.header("Retry-After"))).isPositive();
    }

    private void said_is_the_last_line_of_the_list(Pair pair, long said) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var newest = pair.kim
                    .at(node)
                    .get("/api/conversations")
                    .as(200)
                    .path("items")
                    .path(0);
            assertThat(newest.path("id").asLong()).isEqualTo(pair.conversation);
            assertThat(newest.path("last").path("pos").asLong()).isEqualTo(said);
            assertThat(newest.path("members").findValuesAsText("user"))
                    .containsExactlyInAnyOrder(Long.toString(pair.ada.id()), Long.toString(pair.kim.id()));
        }
    }

    private void names_are_known(Pair pair) {
        for (var node : List.of(cluster.one(), cluster.two()))
            assertThat(pair.kim
                            .at(node)
                            .get("/api/users?ids=" + pair.ada.id() + "," + pair.kim.id())
                            .as(200)
                            .path("items")
                            .findValuesAsText("username"))
                    .containsExactlyInAnyOrder(pair.ada.username(), pair.kim.username());
    }

    private void said_is_in_the_history(Pair pair, long said) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var page = pair.kim.history(node, pair.conversation, "?limit=200");
            assertThat(Person.positions(page)).contains(said);
        }
    }
}
