package parley.system.promise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/** A record that can never be stored stops nobody: it is put aside with its reason, once. */
class ParkedIT {

    private static final long NO_CONVERSATION = 987_654_321;

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void what_cannot_be_read_is_parked_and_the_rest_is_stored() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var before = pair.adas.say(pair.conversation, "before").path("pos").asLong();
            var bad = cluster.log().append(record(pair.conversation, "this is no JSON at all"));
            var after = pair.adas.say(pair.conversation, "after").path("pos").asLong();

            is_parked_once(Long.toString(pair.conversation), bad.offset());
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(cluster.rows().of(pair.conversation))
                            .filteredOn(row -> row.state() == 0)
                            .extracting(row -> row.pos())
                            .containsExactly(before, after));
            Stored.reaches_to_the_end_of_the_log(cluster);
            assertThat(MessagesIT.places(pair.kim.history(cluster.two(), pair.conversation, "")))
                    .contains(before, after);
            pair.kims.one("msg", frame -> frame.path("pos").asLong() == after);
        }
    }

    @Test
    void a_message_for_no_conversation_is_parked_and_the_rest_is_stored() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var value =
                    Json.of("conv", NO_CONVERSATION, "cid", Cids.now(), "from", pair.ada.id(), "body", "into the void");
            var bad = cluster.log().append(record(NO_CONVERSATION, value.toString()));
            var after = pair.adas.say(pair.conversation, "after").path("pos").asLong();

            is_parked_once(Long.toString(NO_CONVERSATION), bad.offset());
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(cluster.rows().of(pair.conversation))
                            .extracting(row -> row.pos())
                            .containsExactly(after));
            Stored.reaches_to_the_end_of_the_log(cluster);
        }
    }

    @Test
    void what_stands_where_it_does_not_belong_is_parked_and_the_rest_is_stored_and_delivered() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            var good = Json.of("conv", pair.conversation, "cid", Cids.now(), "from", pair.ada.id(), "body", "hostile")
                    .toString();
            var key = Long.toString(pair.conversation);
            int home = cluster.log()
                    .append(record(pair.conversation, good.replace("hostile", "at home")))
                    .partition();
            int elsewhere = (home + 1) % 12;
            var bads = new ArrayList<RecordMetadata>();
            bads.add(cluster.log().append(at(home, key, null)));
            bads.add(cluster.log().append(at(elsewhere, key, good)));
            bads.add(cluster.log().append(at(home, key, good.replace("\"conv\":" + key, "\"conv\":" + key + ".0"))));
            bads.add(cluster.log().append(at(home, key, "{\"x\":" + "[".repeat(20_000))));
            var far = at(home, key, good);
            far.headers().remove("epoch").add("epoch", "2147483647".getBytes(UTF_8));
            bads.add(cluster.log().append(far));
            var nothing = at(home, key, good);
            nothing.headers().remove("admitted").add("admitted", null);
            bads.add(cluster.log().append(nothing));

            var after = pair.adas.say(pair.conversation, "after").path("pos").asLong();
            for (var bad : bads) {
                Eventually.holds(
                        Duration.ofSeconds(60),
                        () -> assertThat(parkedAt(bad.partition(), bad.offset()))
                                .isEqualTo(1));
            }
            pair.kims.one("msg", frame -> frame.path("pos").asLong() == after);
            Stored.reaches_to_the_end_of_the_log(cluster);
            assertThat(cluster.persister().isReady()).isTrue();
            assertThat(cluster.one().isReady() && cluster.two().isReady()).isTrue();
        }
    }

    private static ProducerRecord<String, String> at(int partition, String key, String value) {
        var record = new ProducerRecord<>(Log.MESSAGES, partition, key, value);
        record(1, "").headers().forEach(header -> record.headers().add(header));
        return record;
    }

    private long parkedAt(int partition, long offset) {
        return cluster.log().all(Log.DEAD_LETTERS).stream()
                .filter(record -> headers(record).contains("origin-partition=" + partition))
                .filter(record -> headers(record).contains("origin-offset=" + offset))
                .count();
    }

    private void is_parked_once(String key, long offset) {
        Eventually.holds(
                Duration.ofSeconds(60), () -> assertThat(parked(key, offset)).isEqualTo(1));
        Eventually.pause(Duration.ofSeconds(2));
        assertThat(parked(key, offset)).as("parked once").isEqualTo(1);
        assertThat(cluster.persister().isReady()).isTrue();
    }

    /** How often: a dead letter keeps the key and tells the place and the reason in its headers. */
    private long parked(String key, long offset) {
        return cluster.log().all(Log.DEAD_LETTERS).stream()
                .filter(record -> key.equals(record.key()))
                .filter(record -> headers(record).contains("origin-offset=" + offset))
                .filter(record -> headers(record).stream().anyMatch(header -> header.matches("reason=.+ .+")))
                .count();
    }

    private static List<String> headers(ConsumerRecord<String, String> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(ParkedIT::text)
                .toList();
    }

    private static String text(Header header) {
        return header.key() + "=" + (header.value() == null ? "" : new String(header.value(), UTF_8));
    }

    static ProducerRecord<String, String> record(long conversation, String value) {
        var record = new ProducerRecord<>(Log.MESSAGES, Long.toString(conversation), value);
        record.headers()
                .add("type", "message".getBytes(UTF_8))
                .add("version", "1".getBytes(UTF_8))
                .add("epoch", "0".getBytes(UTF_8))
                .add("admitted", Long.toString(System.currentTimeMillis()).getBytes(UTF_8))
                .add("origin", "system-tests".getBytes(UTF_8));
        return record;
    }
}
