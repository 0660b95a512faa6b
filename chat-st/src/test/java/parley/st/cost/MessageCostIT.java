package parley.st.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.st.client.Load;
import parley.st.client.Pair;
import parley.st.world.Eventually;
import parley.st.world.Jvm;
import parley.st.world.Log;
import parley.st.world.Node;
import parley.st.world.World;

/**
 * Ten pairs say four thousand messages while the persister stands still, so that it then finds full batches. What the
 * rest of the world does meanwhile is counted with it.
 */
class MessageCostIT {

    private static final int PAIRS = 10;
    private static final int EACH = 200;
    private static final int MESSAGES = 2 * PAIRS * EACH;
    private static final String ROWS = "parley_rows_total";
    private static final String STORED = "chat_stored";
    private static final String RECEIPTS = "chat_receipts";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Map<String, Long> COUNTED = new LinkedHashMap<>();

    @BeforeAll
    static void a_load_is_counted() {
        var world = World.whole();
        var pairs = IntStream.range(0, PAIRS).mapToObj(i -> Pair.on(world.one(), world.two())).toList();
        Eventually.holds(PATIENCE, () -> assertThat(world.rows().nextOffsets()).containsAllEntriesOf(ends(world)));
        var before = count(world);
        double rows = world.persister().metric(ROWS);
        world.persister().freeze();
        try {
            var load = Load.of(pairs, EACH);
            assertThat(load.refused()).isEmpty();
            assertThat(load.acknowledged()).hasSize(MESSAGES);
        } finally {
            world.persister().thaw();
        }
        // Asks the persister and not the database, whose statements are counted.
        Eventually.holds(PATIENCE, () -> assertThat(world.persister().metric(ROWS) - rows).isGreaterThanOrEqualTo(MESSAGES));
        count(world).forEach((what, now) -> COUNTED.put(what, now - before.get(what)));
        pairs.forEach(Pair::close);
    }

    /** Of those partitions that have records. */
    private static Map<Integer, Long> ends(World world) {
        var ends = world.log().ends(Log.MESSAGES);
        ends.values().removeIf(end -> end == 0);
        return ends;
    }

    private static Map<String, Long> count(World world) {
        var counts = new LinkedHashMap<String, Long>();
        for (var status : world.rows().select("SHOW GLOBAL STATUS WHERE Variable_name IN ("
                + "'Com_insert', 'Com_update', 'Com_select', 'Com_commit')")) {
            counts.put(status.getFirst().toString(), Long.parseLong(status.getLast().toString()));
        }
        for (var topic : List.of(Log.MESSAGES, Log.ACKNOWLEDGED, STORED, RECEIPTS)) {
            counts.put(topic, world.log().ends(topic).values().stream().mapToLong(Long::longValue).sum());
        }
        counts.put("chat nodes", Stream.of(world.one(), world.two()).mapToLong(MessageCostIT::allocated).sum());
        counts.put("persister", allocated(world.persister()));
        return counts;
    }

    private static long allocated(Node node) {
        try (var jvm = Jvm.at(node.jvmPid())) {
            return jvm.allocatedBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counted: 15 inserts, 28 commits. */
    @Test
    void rows_are_written_by_the_batch() {
        assertThat(COUNTED.get("Com_insert")).isLessThan(MESSAGES / 20);
        assertThat(COUNTED.get("Com_commit")).isLessThan(MESSAGES / 10);
    }

    /** Counted: 102 selects, 42 updates; ten conversations with two members each move on with their batches. */
    @Test
    void what_a_batch_needs_to_know_is_asked_for_all_of_it() {
        assertThat(COUNTED.get("Com_select")).isLessThan(MESSAGES / 2);
        assertThat(COUNTED.get("Com_update")).isLessThan(MESSAGES / 10);
    }

    /** Counted: 15 notes, 13 announcements. */
    @Test
    void a_message_is_one_record_and_notes_are_of_many() {
        assertThat(COUNTED.get(Log.MESSAGES)).isEqualTo(MESSAGES);
        assertThat(COUNTED.get(Log.ACKNOWLEDGED)).isLessThan(MESSAGES / 4);
        assertThat(COUNTED.get(STORED)).isLessThan(MESSAGES / 4);
        assertThat(COUNTED.get(RECEIPTS)).isLessThan(MESSAGES / 4);
    }

    /** Counted: 36,000 of both nodes together, 50,000 of the persister. */
    @Test
    void a_message_takes_kilobytes_and_not_a_multiple_of_them() {
        assertThat(COUNTED.get("chat nodes")).isLessThan(MESSAGES * 400_000L);
        assertThat(COUNTED.get("persister")).isLessThan(MESSAGES * 500_000L);
    }
}
