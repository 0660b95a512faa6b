package parley.system.promise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/** Tasks that guarantees depend on restart by themselves, and health reports meanwhile what is missing. */
class SupervisionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final TestCluster cluster = TestCluster.shared();

    @Test
    @Tag("long")
    void a_node_whose_broker_is_lost_right_after_its_first_connection_becomes_ready_by_itself() {
        cluster.one().kill();
        cluster.one().start();
        cluster.one().awaitLog("reading the control topics");
        cluster.broker().freeze();
        Eventually.pause(Duration.ofSeconds(25)); // longer than any question to the broker is waited for
        assertThat(cluster.one().isReady()).isFalse();
        cluster.broker().thaw();
        cluster.broker().kill();
        Eventually.pause(Duration.ofSeconds(3));
        cluster.broker().comeUp();
        Eventually.holds(
                PATIENCE,
                () -> assertThat(cluster.one().health("ready").status()).isEqualTo(200));
        assertThat(cluster.one().health("live").status()).isEqualTo(200);
        cluster.two().awaitReady();
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var ok = pair.adas.say(pair.conversation, "served again");
            pair.kims.message(ok.path("pos").asLong());
        }
    }

    @Test
    void malformed_records_of_control_topics_stop_no_reader() {
        for (var topic : new String[] {
            "chat_members",
            "chat_users",
            "chat_conversations",
            "chat_blocks",
            "chat_sessions",
            "chat_receipts",
            "chat_presence",
            "chat_signals",
            "chat_stored",
            "chat_statuses",
            "chat_search"
        }) {
            for (var value : new String[] {
                null,
                "",
                "{",
                "[]",
                "{\"conv\":1.5,\"user\":1,\"pos\":1e99}",
                "{\"users\":[null]}",
                "{\"conv\":" + "[".repeat(9_000)
            }) {
                // Compacted topics require a key; on the others a missing key is the harder case.
                boolean keyed =
                        topic.matches("chat_(members|users|conversations|blocks|sessions|stored|statuses|search)");
                cluster.log().append(new ProducerRecord<>(topic, 0, keyed ? "hostile" : null, value));
            }
        }
        var ada = Person.register(cluster.one(), "ada");
        var kim = Person.register(cluster.two(), "kim");
        long conversation = ada.direct(cluster.one(), kim);
        try (var adas = Chat.hello(cluster.one(), ada);
                var kims = Chat.hello(cluster.two(), kim)) {
            var ok = adas.say(conversation, "understood");
            kims.message(ok.path("pos").asLong());
            kims.now(Json.of(
                    "t", "read", "conv", conversation, "pos", ok.path("pos").asLong()));
            adas.one("receipt", frame -> frame.path("user").asLong() == kim.id());
            assertThat(kim.at(cluster.two()).delete("/api/session").status()).isEqualTo(204);
            assertThat(kims.closed().code()).isEqualTo(1008);
            Eventually.holds(
                    Duration.ofSeconds(10),
                    () -> assertThat(kim.at(cluster.one()).get("/api/session").status())
                            .isEqualTo(401));
        }
        assertThat(cluster.one().isReady()
                        && cluster.two().isReady()
                        && cluster.persister().isReady())
                .isTrue();
    }

    @Test
    void every_record_carries_a_trace_context_that_continues_the_one_of_the_call() {
        long begun = System.currentTimeMillis();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var cid = Cids.now();
            pair.adaSays("with a trace of its own");
            pair.ada
                    .at(cluster.one())
                    .call(
                            "POST",
                            "/api/conversations/" + pair.conversation + "/messages",
                            Json.of("cid", cid, "body", "with yours").toString(),
                            request -> request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                    .as(200);
            for (var topic : new String[] {Log.MESSAGES, "chat_members", "chat_presence"}) {
                assertThat(cluster.log().all(topic))
                        .filteredOn(record -> record.timestamp() >= begun)
                        .isNotEmpty()
                        .allMatch(record -> record.headers().lastHeader("traceparent") != null);
            }
            assertThat(cluster.log().all(Log.MESSAGES))
                    .filteredOn(
                            record -> record.value() != null && record.value().contains(cid))
                    .singleElement()
                    .satisfies(record -> assertThat(new String(
                                    record.headers().lastHeader("traceparent").value(), UTF_8))
                            .startsWith("00-" + trace + "-")
                            .endsWith("-01")
                            .doesNotContain("00f067aa0ba902b7"));
        }
    }
}
