package parley.system.promise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/** A record that cannot be stored is parked once, with its reason, and does not stop the partition. */
class ParkedIT extends WithPair {

    private static final long NO_CONVERSATION = 987_654_321;

    @Test
    void an_unreadable_record_is_parked_and_the_rest_is_stored() {
        var before = pair.adaSays("before");
        var bad = cluster.log().append(LogRecords.of(pair.conversation, "this is no JSON at all"));
        var after = pair.adaSays("after");

        is_parked_once(Long.toString(pair.conversation), bad.offset());
        Eventually.holds(
                Duration.ofSeconds(60),
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .filteredOn(row -> row.state() == 0)
                        .extracting(row -> row.pos())
                        .containsExactly(before, after));
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(Person.positions(pair.kim.history(cluster.two(), pair.conversation, "")))
                .contains(before, after);
        pair.kims.message(after);
    }

    @Test
    void a_message_for_an_unknown_conversation_is_parked_and_the_rest_is_stored() {
        var bad = cluster.log().append(LogRecords.message(NO_CONVERSATION, Cids.now(), pair.ada.id(), "into the void"));
        var after = pair.adaSays("after");

        is_parked_once(Long.toString(NO_CONVERSATION), bad.offset());
        Eventually.holds(
                Duration.ofSeconds(60),
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .extracting(row -> row.pos())
                        .containsExactly(after));
        Stored.reaches_to_the_end_of_the_log(cluster);
    }

    @Test
    void an_inconsistent_record_is_parked_and_the_rest_is_stored_and_delivered() {
        var good = Json.of("conv", pair.conversation, "cid", Cids.now(), "from", pair.ada.id(), "body", "hostile")
                .toString();
        var key = Long.toString(pair.conversation);
        int home = cluster.log()
                .append(LogRecords.of(pair.conversation, good.replace("hostile", "at home")))
                .partition();
        int elsewhere = (home + 1) % 12;
        var bads = new ArrayList<RecordMetadata>();
        bads.add(cluster.log().append(LogRecords.at(home, key, null)));
        bads.add(cluster.log().append(LogRecords.at(elsewhere, key, good)));
        bads.add(cluster.log()
                .append(LogRecords.at(home, key, good.replace("\"conv\":" + key, "\"conv\":" + key + ".0"))));
        bads.add(cluster.log().append(LogRecords.at(home, key, "{\"x\":" + "[".repeat(20_000))));
        var far = LogRecords.at(home, key, good);
        far.headers().remove("epoch").add("epoch", "2147483647".getBytes(UTF_8));
        bads.add(cluster.log().append(far));
        var nothing = LogRecords.at(home, key, good);
        nothing.headers().remove("admitted").add("admitted", null);
        bads.add(cluster.log().append(nothing));

        var after = pair.adaSays("after");
        for (var bad : bads) {
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(parkedAt(bad.partition(), bad.offset())).isEqualTo(1));
        }
        pair.kims.message(after);
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(cluster.persister().isReady()).isTrue();
        assertThat(cluster.one().isReady() && cluster.two().isReady()).isTrue();
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

    /** Counts dead letters, which keep the key and have offset and reason in their headers. */
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
}
