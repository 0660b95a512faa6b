package parley.system.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.TestCluster;

/**
 * Ten pairs say four thousand messages while the persister stands still, so that it then finds full batches. What the
 * cluster does without any load is subtracted.
 */
@Tag("long")
class MessageCostIT {

    private static final int PAIRS = 10;
    private static final int EACH = 200;
    private static final int MESSAGES = 2 * PAIRS * EACH;
    private static final String ROWS = "parley_rows_total";
    static final String STORED = "chat_stored";
    static final String RECEIPTS = "chat_receipts";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int PAGES = 200;
    private static final Map<String, Long> COUNTED = new LinkedHashMap<>();
    private static Map<String, Double> idle;
    private static Pair readers;

    @BeforeAll
    static void count_the_cost_of_a_load() {
        var cluster = TestCluster.shared();
        var pairs = IntStream.range(0, PAIRS)
                .mapToObj(i -> Pair.on(cluster.one(), cluster.two()))
                .toList();
        Eventually.holds(
                PATIENCE, () -> assertThat(cluster.rows().nextOffsets()).containsAllEntriesOf(ends(cluster)));
        SmallOnce.begin(cluster.rows());
        try {
            greetings(cluster, pairs);
            SmallOnce.believed(cluster.rows());
            load(cluster, pairs); // so that there is something to go through where a name is looked up
            idle = Count.whileIdle(cluster);
            COUNTED.putAll(Count.during(cluster, idle, () -> load(cluster, pairs)));
        } finally {
            SmallOnce.end(cluster.rows());
        }
        pairs.forEach(Pair::close);
        readers = pairs.getFirst();
    }

    /** Until all is stored. */
    private static void load(TestCluster cluster, List<Pair> pairs) {
        double rows = cluster.persister().metric(ROWS);
        cluster.persister().freeze();
        try {
            var load = SendLoad.of(pairs, EACH);
            assertThat(load.refused()).isEmpty();
            assertThat(load.acknowledged()).hasSize(MESSAGES);
        } finally {
            cluster.persister().thaw();
        }
        // Asks the persister and not the database, whose statements are counted.
        awaitRows(cluster, rows + MESSAGES);
    }

    private static void greetings(TestCluster cluster, List<Pair> pairs) {
        double rows = cluster.persister().metric(ROWS);
        pairs.forEach(pair -> pair.adas.say(pair.conversation, "hello"));
        awaitRows(cluster, rows + PAIRS);
    }

    private static void awaitRows(TestCluster cluster, double rows) {
        Eventually.holds(
                PATIENCE, () -> assertThat(cluster.persister().metric(ROWS)).isGreaterThanOrEqualTo(rows));
    }

    /** Of those partitions that have records. */
    private static Map<Integer, Long> ends(TestCluster cluster) {
        var ends = cluster.log().ends(Log.MESSAGES);
        ends.values().removeIf(end -> end == 0);
        return ends;
    }

    /** Counted: 10 inserts, 17 commits. */
    @Test
    void rows_are_written_in_batches() {
        assertThat(COUNTED.get("Com_insert")).isLessThan(MESSAGES / 30);
        assertThat(COUNTED.get("Com_commit")).isLessThan(MESSAGES / 20);
    }

    /** Counted: 48 selects, 30 updates; ten conversations with two members each move on with their batches. */
    @Test
    void lookups_are_made_once_per_batch() {
        assertThat(COUNTED.get("Com_select")).isLessThan(MESSAGES / 8);
        assertThat(COUNTED.get("Com_update")).isLessThan(MESSAGES / 10);
    }

    /** Counted: 2 for a message, one in each table. By the optimizer's choice it was 476, and more with each message. */
    @Test
    void an_idempotency_key_lookup_uses_the_full_index_even_with_stale_statistics() {
        assertThat(COUNTED.get("Handler_read_key") + COUNTED.get("Handler_read_next"))
                .isLessThan(MESSAGES * 20L);
    }

    /** Counted: 12 notes, 10 announcements. Each record carries 68 bytes of trace context, as the contract says. */
    @Test
    void a_message_is_one_record_and_acknowledgements_are_batched() {
        assertThat(COUNTED.get(Log.MESSAGES)).isEqualTo(MESSAGES);
        assertThat(COUNTED.get(Log.ACKNOWLEDGED)).isLessThan(MESSAGES / 4);
        assertThat(COUNTED.get(STORED)).isLessThan(MESSAGES / 4);
        assertThat(COUNTED.get(RECEIPTS)).isLessThan(MESSAGES / 4);
    }

    /**
     * Four statements in one transaction: membership with {@code next_offset}, messages, member events, changes. The page
     * reaches back to the conversation's first message, so that the tail alone cannot fill it.
     */
    @Test
    void a_stored_page_is_one_transaction() {
        var cluster = TestCluster.shared();
        var first = readers.ada.history(readers.adasNode, readers.conversation, "?after=0&limit=40");
        long before = first.path("items").path(39).path("pos").asLong();
        var query = "?before=" + before + "&limit=50";
        assertThat(readers.ada
                        .history(readers.adasNode, readers.conversation, query)
                        .path("items"))
                .hasSize(39);
        var counted = Count.during(cluster, idle, () -> {
            for (int i = 0; i < PAGES; i++) readers.ada.history(readers.adasNode, readers.conversation, query);
        });
        assertThat(counted.get("Com_commit")).isLessThan(PAGES * 2L);
        assertThat(counted.get("Com_select")).isLessThan(PAGES * 8L);
    }

    /** Counted: 32,000 of both nodes together, 31,000 of the persister. */
    @Test
    void a_message_allocates_a_bounded_number_of_bytes() {
        assertThat(COUNTED.get("chat nodes")).isLessThan(MESSAGES * 320_000L);
        assertThat(COUNTED.get("persister")).isLessThan(MESSAGES * 310_000L);
    }
}
