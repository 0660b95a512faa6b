package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.cluster.client.Chat;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Rows.Row;

/** A partition whose log lost records that were not stored stops, reports it, and continues after a repair. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RepairIT extends WithPair {

    /** A start on a busy machine has taken two minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Operator operator = Operator.of(cluster);

    @Test
    void a_partition_that_lost_records_stops_until_it_is_repaired_and_the_ledger_reports_the_loss() {
        pair.adaSays("stored");
        Stored.reaches_to_the_end_of_the_log(cluster);
        cluster.persister().kill();
        long first = pair.adaSays("lost");
        pair.adaSays("lost, too");
        long last = pair.adaSays("kept");
        int partition = cluster.log().partitionOf(pair.conversation);
        cluster.log().forgetBefore(partition, last);

        cluster.persister().start();
        Eventually.holds(PATIENCE, () -> {
            var health = cluster.persister().health("ready");
            assertThat(health.status()).as(health.body()).isEqualTo(503);
            assertThat(health.body()).contains("stopped-" + partition);
        });
        var stopped = operator.ledger(cluster.one(), "?partition=" + partition);
        assertThat(stopped.path("partitions").path(0).path("stopped").asBoolean())
                .isTrue();
        assertThat(fault(stopped, "lost_and_stopped")).isEqualTo(partition + " " + first + " " + 2);

        int other = (partition + 1) % 12;
        var refused = operator.command(cluster.one(), "kind", "repair", "partition", other);
        assertThat(refused.path("state").asText()).isEqualTo("failed");
        assertThat(refused.path("result").asText()).startsWith("Refused: partition " + other + " has not stopped");

        var done = operator.command(cluster.two(), "kind", "repair", "partition", partition);
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        cluster.persister().awaitReady();
        long next = afterTheRepair(pair);
        Eventually.holds(
                PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .extracting(Row::pos)
                        .endsWith(last, next)
                        .doesNotContain(first));
        Stored.reaches_to_the_end_of_the_log(cluster);

        var ledger = operator.ledger(cluster.two(), "?partition=" + partition);
        assertThat(ledger.path("verdict").asText()).isEqualTo("missing");
        assertThat(fault(ledger, "lost_by_repair")).isEqualTo(partition + " " + first + " " + 2);
        assertThat(fault(ledger, "lost_and_stopped")).isEmpty();
        assertThat(fault(ledger, "acknowledged_not_stored")).isEmpty();
        assertThat(operator.command(cluster.one(), "kind", "repair", "partition", partition)
                        .path("state")
                        .asText())
                .isEqualTo("failed");
    }

    @Test
    void a_partition_that_lost_all_unstored_records_can_be_repaired_without_new_ones() {
        Stored.reaches_to_the_end_of_the_log(cluster);
        cluster.persister().kill();
        long lost = pair.adaSays("lost");
        int partition = cluster.log().partitionOf(pair.conversation);
        cluster.log().forgetBefore(partition, lost + 1);
        cluster.persister().start();
        Eventually.holds(
                PATIENCE,
                () -> assertThat(cluster.persister().health("ready").body()).contains("stopped-" + partition));

        assertThat(operator.command(cluster.one(), "kind", "repair", "partition", partition)
                        .path("state")
                        .asText())
                .isEqualTo("done");
        cluster.persister().awaitReady();
        Stored.reaches_to_the_end_of_the_log(cluster);
    }

    /** The last fault of that kind, by offset. */
    private static String fault(JsonNode ledger, String kind) {
        return StreamSupport.stream(ledger.path("missing").spliterator(), false)
                .filter(fault -> fault.path("kind").asText().equals(kind))
                .map(fault -> fault.path("partition").asInt() + " "
                        + fault.path("offset").asLong() + " "
                        + fault.path("count").asLong())
                .reduce((one, newer) -> newer)
                .orElse("");
    }

    /** On a new socket, because the other may have been closed as idle. */
    private long afterTheRepair(Pair pair) {
        try (var chat = Chat.hello(cluster.one(), pair.ada)) {
            return chat.say(pair.conversation, "after the repair").path("pos").asLong();
        }
    }
}
