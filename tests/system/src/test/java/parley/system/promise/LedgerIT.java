package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/** The ledger balances, or names what is missing. */
class LedgerIT extends WithPair {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Nodes publish them every 5 s. */
    private static final Duration ACKNOWLEDGEMENTS_PUBLISHED = Duration.ofSeconds(7);

    private static final List<String> SETTLED =
            List.of("acknowledged", "unnoted", "log", "messages", "rows", "repeats", "parked", "pending");

    private final Operator operator = Operator.of(cluster);

    @Test
    void the_ledgers_of_both_nodes_balance_acknowledgements_log_and_rows() {
        var pairs = List.of(
                Pair.on(cluster.one(), cluster.two()),
                Pair.on(cluster.two(), cluster.one()),
                Pair.on(cluster.two(), cluster.two()));
        // Without what earlier tests sent: the other tests read the standard range.
        var sinceNow = "?from=" + Instant.now();
        var before = settled(cluster, operator, sinceNow);
        var ends = cluster.log().ends(Log.MESSAGES);
        var load = SendLoad.of(pairs, 300);
        assertThat(load.refused()).isEmpty();
        long said = load.acknowledged().size();

        for (var node : List.of(cluster.one(), cluster.two())) {
            Eventually.holds(PATIENCE, () -> {
                var ledger = operator.ledger(node, sinceNow);
                var grown = Json.of();
                SETTLED.forEach(count -> grown.put(count, total(ledger, count) - total(before, count)));
                assertThat(grown)
                        .isEqualTo(Json.of(
                                "acknowledged",
                                said,
                                "unnoted",
                                0L,
                                "log",
                                said,
                                "messages",
                                said,
                                "rows",
                                said,
                                "repeats",
                                0L,
                                "parked",
                                0L,
                                "pending",
                                0L));
                assertThat(missing(ledger, ends)).isEmpty();
            });
        }
        pairs.forEach(Pair::close);
    }

    @Tag("long")
    @Test
    void the_ledger_accounts_for_changes_and_repeats() {
        var partition = partition(pair);
        var before = settled(cluster, operator, partition);
        var cid = Cids.now();
        var said = Chat.await(pair.adas.send(pair.conversation, cid, "said once"));
        pair.adas.now(Json.of(
                "t",
                "edit",
                "cid",
                Cids.now(),
                "conv",
                pair.conversation,
                "pos",
                said.path("pos").asLong(),
                "body",
                "better"));
        cluster.log().append(LogRecords.message(pair.conversation, cid, pair.ada.id(), "said once"));
        Eventually.holds(PATIENCE, () -> {
            var ledger = operator.ledger(cluster.one(), partition);
            for (var count : List.of("messages", "changes", "rows", "events", "repeats")) {
                long wanted = count.equals("messages") ? 2 : 1;
                assertThat(total(ledger, count) - total(before, count))
                        .as(count)
                        .isEqualTo(wanted);
            }
            assertThat(total(ledger, "acknowledged") - total(before, "acknowledged"))
                    .isEqualTo(2);
        });
    }

    @Tag("long")
    @Test
    void rows_that_were_deleted_from_the_database_are_reported() {
        var ends = cluster.log().ends(Log.MESSAGES);
        var cid = Cids.now();
        long pos = Chat.await(pair.adas.send(pair.conversation, cid, "to be lost"))
                .path("pos")
                .asLong();
        var repeat = cluster.log().append(LogRecords.message(pair.conversation, cid, pair.ada.id(), "to be lost"));
        pair.adaSays("to be kept");
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(missing(operator.ledger(cluster.one(), partition(pair)), ends))
                .isEmpty();

        var row = "FROM message WHERE conversation_id = " + pair.conversation + " AND pos = " + pos;
        var passed =
                "FROM log_repeat WHERE log_partition = " + repeat.partition() + " AND log_offset = " + repeat.offset();
        cluster.rows().execute("CREATE TABLE lost_message AS SELECT * " + row);
        cluster.rows().execute("CREATE TABLE lost_repeat AS SELECT * " + passed);
        cluster.rows().execute("DELETE " + row);
        cluster.rows().execute("DELETE " + passed);
        try {
            for (var query : List.of("", partition(pair))) {
                var ledger = operator.ledger(cluster.two(), query);
                assertThat(ledger.path("verdict").asText()).isEqualTo("missing");
                assertThat(missing(ledger, ends))
                        .containsExactlyInAnyOrder(
                                "in_log_not_accounted " + repeat.partition() + " " + pos,
                                "in_log_not_accounted " + repeat.partition() + " " + repeat.offset());
            }
        } finally {
            cluster.rows().execute("INSERT INTO message SELECT * FROM lost_message");
            cluster.rows().execute("INSERT INTO log_repeat SELECT * FROM lost_repeat");
            cluster.rows().execute("DROP TABLE lost_message, lost_repeat");
        }
        assertThat(missing(operator.ledger(cluster.two(), partition(pair)), ends))
                .isEmpty();
    }

    @Test
    void a_row_beyond_the_end_of_the_log_is_reported() {
        long pos = pair.adaSays("the only one");
        Stored.reaches_to_the_end_of_the_log(cluster);
        long beyond = pos + 500;
        cluster.rows().execute("""
                        INSERT INTO message (conversation_id, pos, sender_id, cid, seq, log_partition, log_offset, state, body, ts)
                        SELECT conversation_id, %1$d, sender_id, UNHEX(REPLACE(UUID(), '-', '')), 99, log_partition, %1$d, 0, body, ts
                        FROM message WHERE conversation_id = %2$d AND pos = %3$d""".formatted(beyond, pair.conversation, pos));
        try {
            assertThat(everyMissing(operator.ledger(cluster.one(), partition(pair))))
                    .anyMatch(fault -> fault.matches("row_without_record \\d+ " + beyond));
        } finally {
            cluster.rows()
                    .execute("DELETE FROM message WHERE conversation_id = " + pair.conversation + " AND pos = "
                            + beyond);
        }
    }

    @Test
    void an_acknowledged_offset_that_the_log_does_not_have_is_reported() {
        long never = 1L << 30;
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
        var offsets = new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 4};
        var note = Json.of(
                "origin",
                "a node that lied",
                "partition",
                3,
                "epoch",
                0,
                "minute",
                minute.toString(),
                "offsets",
                Base64.getEncoder().encodeToString(offsets));
        cluster.log().append(new ProducerRecord<>(Log.ACKNOWLEDGED, 3, "3", note.toString()));
        var ledger = operator.ledger(cluster.one(), "?from=" + minute + "&to=" + minute.plusSeconds(60));
        assertThat(everyMissing(ledger)).contains("acknowledged_not_in_log 3 " + never);
        assertThat(ledger.path("partitions").path(3).path("minutes").findValuesAsText("minute"))
                .contains(minute.toString());
    }

    @Test
    void only_operators_read_the_ledger_and_invalid_ranges_are_refused() {
        var ada = Person.register(cluster.one(), "ada");
        var turned = ada.at(cluster.two()).get("/api/admin/ledger");
        assertThat(turned.status()).isEqualTo(403);
        assertThat(turned.header("Content-Type")).startsWith("application/problem+json");
        assertThat(turned.code()).isEqualTo("forbidden");
        assertThat(Api.at(cluster.one()).get("/api/admin/ledger").status()).isEqualTo(401);
        assertThat(ada.at(cluster.one()).get("/api/session").as(200).has("operator"))
                .isFalse();
        var root = operator.person().at(cluster.two());
        assertThat(root.get("/api/session").as(200).path("operator").asBoolean())
                .isTrue();
        for (var query : List.of(
                "from=yesterday", "from=2026-01-01T00:00:00Z&to=2026-01-03T00:00:00Z", "partition=12", "partition=x")) {
            var refused = root.get("/api/admin/ledger?" + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.json().path("fields").size()).as(query).isEqualTo(1);
        }
    }

    /** Limits a ledger to the partition of the pair's conversation, because one of all partitions takes seconds. */
    private String partition(Pair pair) {
        return "?partition=" + cluster.log().partitionOf(pair.conversation);
    }

    /** The ledger when everything sent before is stored, and nodes have published all their acknowledgements. */
    static JsonNode settled(TestCluster cluster, Operator operator, String query) {
        Stored.reaches_to_the_end_of_the_log(cluster);
        Eventually.pause(ACKNOWLEDGEMENTS_PUBLISHED);
        return operator.ledger(cluster.two(), query);
    }

    static long total(JsonNode ledger, String count) {
        return ledger.path("total").path(count).asLong();
    }

    /** The faults at or after {@code ends}: kind, partition and offset. */
    private List<String> missing(JsonNode ledger, Map<Integer, Long> ends) {
        var now = cluster.log().ends(Log.MESSAGES);
        return faults(ledger).stream()
                .filter(fault -> fault.path("offset").asLong()
                                >= ends.get(fault.path("partition").asInt())
                        && fault.path("offset").asLong()
                                < now.get(fault.path("partition").asInt()))
                .map(LedgerIT::words)
                .toList();
    }

    private static List<String> everyMissing(JsonNode ledger) {
        return faults(ledger).stream().map(LedgerIT::words).toList();
    }

    private static List<JsonNode> faults(JsonNode ledger) {
        return StreamSupport.stream(ledger.path("missing").spliterator(), false).toList();
    }

    private static String words(JsonNode fault) {
        return fault.path("kind").asText() + " " + fault.path("partition").asInt() + " "
                + fault.path("offset").asLong();
    }
}
