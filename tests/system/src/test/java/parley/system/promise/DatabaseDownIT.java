package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** G4 live without the database. */
class DatabaseDownIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void chat_goes_on_while_the_database_cannot_be_reached() {
        chat_goes_on(cluster.database()::goAway, Duration.ofSeconds(20));
    }

    @Test
    void chat_goes_on_while_the_database_is_dead() {
        assumeTrue(cluster.database().isOurs(), "a database from outside is not ours to kill");
        chat_goes_on(cluster.database()::kill, Duration.ofSeconds(8));
    }

    @Test
    void a_chat_node_starts_and_serves_while_the_database_is_down() {
        var pair = Pair.on(cluster.one(), cluster.two());
        long said = pair.adas.say(pair.conversation, "before").path("pos").asLong();
        cluster.database().goAway();
        try {
            cluster.two().kill();
            cluster.two().start();
            cluster.two().awaitReady();
            try (var back = Chat.hello(cluster.two(), pair.kim, Map.of(pair.conversation, said))) {
                long next =
                        back.say(pair.conversation, "without it").path("pos").asLong();
                pair.adas.one("msg", frame -> frame.path("pos").asLong() == next);
                assertThat(MessagesIT.places(pair.kim.history(cluster.two(), pair.conversation, "")))
                        .contains(said, next);
            }
            sign_in_is_refused_in_plain_words(pair);
        } finally {
            cluster.database().comeBack();
        }
        Eventually.holds(Chat.PATIENCE, () -> pair.kim.signIn(cluster.two()));
        pair.close();
    }

    private void chat_goes_on(Runnable ending, Duration howLong) {
        var pairs = List.of(Pair.on(cluster.one(), cluster.two()), Pair.on(cluster.two(), cluster.one()));
        var load = new SendLoad();
        var goesOn = new AtomicBoolean(true);
        var running =
                CompletableFuture.runAsync(() -> load.whileGoing(pairs, 100, goesOn::get), Thread::startVirtualThread);
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(load.acknowledged().size()).isGreaterThan(50));

        var bystanders = Pair.on(cluster.one(), cluster.two());
        ending.run();
        int before = load.acknowledged().size();
        long gone = System.nanoTime();
        try {
            lives_without_it(bystanders);
            while (System.nanoTime() - gone < howLong.toNanos()) {
                int sofar = load.acknowledged().size();
                Eventually.holds(
                        Chat.PATIENCE,
                        () -> assertThat(load.acknowledged().size()).isGreaterThan(sofar + 20));
            }
        } finally {
            cluster.database().comeBack();
            goesOn.set(false);
            running.join();
        }
        assertThat(load.refused()).isEmpty();
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        System.out.printf(
                "[st] DatabaseDownIT: %d messages, %d of them while the database was gone; %s%n",
                load.acknowledged().size(), load.acknowledged().size() - before, load.latencies());
        pairs.getFirst()
                .adas
                .one("store", frame -> !frame.path("state").asText().equals("ok"));
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(pairs.getFirst()
                                .adas
                                .frames("store")
                                .getLast()
                                .path("state")
                                .asText())
                        .isEqualTo("ok"));
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
        sign_in_is_refused_in_plain_words(pair);
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

    private void said_is_in_the_history(Pair pair, long said) {
        for (var node : List.of(cluster.one(), cluster.two())) {
            var page = pair.kim.history(node, pair.conversation, "?limit=200");
            assertThat(MessagesIT.places(page)).contains(said);
        }
    }
}
