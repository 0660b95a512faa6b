package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/** A topic that is recreated while servers run is detected: nothing is accepted, stored or acknowledged any more. */
@Tag("long")
class TopicRecreatedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOT_READY = 503;

    private static final TestCluster CLUSTER = TestCluster.builder()
            .prefix("recreated-")
            .chats("chat")
            .settings(server -> Map.of("PARLEY_PASSWORD_ITERATIONS", "2000"))
            .build();

    @BeforeAll
    static void start() {
        CLUSTER.ensureReady();
    }

    @AfterAll
    static void end() {
        CLUSTER.close();
    }

    @Test
    void a_recreated_topic_stops_nodes_and_persister_until_the_epoch_is_raised() {
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.one())) {
            IntStream.range(0, 20).forEach(i -> pair.adas.say(pair.conversation, "before " + i));
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(CLUSTER.rows().of(pair.conversation)).hasSize(20));
            var rows = CLUSTER.rows().select("SELECT COUNT(*) FROM message");
            var next = CLUSTER.rows().nextOffsets();

            CLUSTER.log().recreateMessages();
            // Its offset is below next_offset, so the persister would take it for stored.
            var stranger = CLUSTER.log()
                    .append(LogRecords.message(pair.conversation, Cids.now(), pair.ada.id(), "of the new topic"));

            Eventually.holds(PATIENCE, () -> {
                var ready = CLUSTER.one().health("ready");
                assertThat(ready.status()).isEqualTo(NOT_READY);
                assertThat(ready.body()).contains("the log became another one");
            });
            Eventually.holds(PATIENCE, () -> {
                var ready = CLUSTER.persister().health("ready");
                assertThat(ready.status()).isEqualTo(NOT_READY);
                assertThat(ready.body()).contains("the log became another one");
            });
            var refused = Chat.await(pair.adas.send(pair.conversation, Cids.now(), "into the void"));
            assertThat(refused.path("t").asText()).isEqualTo("err");
            Chat.err("unavailable", refused);
            Eventually.pause(Duration.ofSeconds(15)); // longer than any look, and any commit of the connector
            assertThat(CLUSTER.rows().select("SELECT COUNT(*) FROM message")).isEqualTo(rows);
            assertThat(CLUSTER.rows().nextOffsets()).isEqualTo(next);
            assertThat(CLUSTER.log().committed("parley-persister").getOrDefault(stranger.partition(), 0L))
                    .as("what was acknowledged of the new topic")
                    .isLessThanOrEqualTo(stranger.offset());
            assertThat(CLUSTER.one().health("live").status())
                    .as("no restart helps")
                    .isEqualTo(200);
            assertThat(CLUSTER.log().ends(Log.MESSAGES).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(1);
        }
        CLUSTER.restartServers("PARLEY_LOG_EPOCH", "1");
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.one())) {
            long pos = pair.adaSays("after");
            assertThat(pos).isGreaterThan(1L << 40);
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(CLUSTER.rows().of(pair.conversation))
                            .extracting(row -> row.pos())
                            .containsExactly(pos));
        }
    }
}
