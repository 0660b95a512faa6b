package parley.faults.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;

/** G1, G2 and G7 where a crash hurts most: between two steps that belong together. */
class CrashPointsIT {

    private CrashCluster cluster;
    private Pair pair;

    @BeforeEach
    void connect() {
        cluster = CrashCluster.ready();
        pair = Pair.on(cluster.one(), cluster.two());
        cluster.awaitStored(); // no work is in progress that could reach a crash point
    }

    @AfterEach
    void disconnect() {
        if (pair != null) pair.close();
    }

    @AfterAll
    static void close_cluster() {
        CrashCluster.end();
    }

    @Test
    void a_crash_before_the_record_is_produced_loses_no_acknowledged_message() {
        var before = pair.adaSays("before");
        var cid = Cids.now();
        cluster.crash(
                cluster.one(),
                CrashPoint.BEFORE_THE_RECORD_IS_PRODUCED,
                () -> pair.adas.send(pair.conversation, cid, "of this"));
        assertThat(pair.kims.messages(pair.conversation))
                .noneMatch(frame -> frame.path("cid").asText().equals(cid));

        CrashCluster.ready();
        isOneMessage(before, cid, false);
    }

    @Test
    void a_repeat_after_a_crash_behind_the_producer_is_recognized() {
        var before = pair.adaSays("before");
        var cid = Cids.now();
        cluster.crash(
                cluster.one(),
                CrashPoint.AFTER_THE_RECORD_IS_PRODUCED,
                () -> pair.adas.send(pair.conversation, cid, "of this"));
        pair.kims.one("msg", frame -> frame.path("cid").asText().equals(cid));

        CrashCluster.ready();
        isOneMessage(before, cid, true);
    }

    /** Repeats the message on each node, and expects it once, after the one before it. */
    private void isOneMessage(long before, String cid, boolean wasInTheLog) {
        try (var here = Chat.hello(cluster.one(), pair.ada);
                var there = Chat.hello(cluster.two(), pair.ada)) {
            var first = repeated(here, cid);
            var second = repeated(there, cid);
            assertThat(first.path("dup").asBoolean()).isEqualTo(wasInTheLog);
            assertThat(second.path("dup").asBoolean()).isTrue();
            assertThat(second.path("pos")).isEqualTo(first.path("pos"));
            assertThat(second.path("ts")).isEqualTo(first.path("ts"));

            long pos = first.path("pos").asLong();
            pair.kims.one("msg", frame -> frame.path("cid").asText().equals(cid));
            hasRows(before, pos);
            assertThat(pair.kims.messages(pair.conversation))
                    .extracting(frame -> frame.path("pos").asLong())
                    .containsExactly(before, pos);
            cluster.requireInHistoryOnce(pair.kim, pair.conversation, pos);
        }
    }

    /** Retries while the answer is an error such as {@code unavailable}, as clients do. */
    private JsonNode repeated(Chat chat, String cid) {
        return Eventually.yields(
                CrashCluster.PATIENCE, () -> Chat.ok(Chat.await(chat.send(pair.conversation, cid, "of this"))));
    }

    @Test
    void records_consumed_again_after_a_crash_behind_the_commit_are_not_stored_twice() {
        var persister = cluster.persister();
        var before = pair.adaSays("before");
        cluster.awaitStored();
        var pos = new long[1];
        cluster.crash(persister, CrashPoint.AFTER_THE_COMMIT, () -> pos[0] = pair.adaSays("of this"));
        assertThat(cluster.rows().of(pair.conversation))
                .extracting(row -> row.pos())
                .containsExactly(before, pos[0]);

        persister.start();
        persister.awaitReady();
        var after = pair.kimSays("after");
        hasRows(before, pos[0], after);
        cluster.requireInHistoryOnce(pair.ada, pair.conversation, pos[0]);
    }

    @Test
    void after_a_crash_between_parking_and_commit_the_record_is_parked_and_the_rest_is_stored() {
        var persister = cluster.persister();
        var bad = LogRecords.of(pair.conversation, "this is no JSON at all");
        var offset = new long[1];
        cluster.crash(
                persister,
                CrashPoint.BETWEEN_PARKING_AND_COMMIT,
                () -> offset[0] = cluster.log().append(bad).offset());
        assertThat(letters(offset[0])).isEqualTo(1);
        var after = pair.kimSays("after");

        persister.start();
        persister.awaitReady();
        Eventually.holds(
                CrashCluster.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .filteredOn(row -> row.state() == 0)
                        .extracting(row -> row.pos())
                        .containsExactly(after));
        cluster.awaitStored();
        // There may be a second dead letter from before the crash; each names the offset of its record.
        assertThat(letters(offset[0])).isBetween(1L, 2L);
        assertThat(skipped(offset[0])).as("noted in the database").isEqualTo(1);
    }

    private long letters(long offset) {
        return cluster.log().all(Log.DEAD_LETTERS).stream()
                .filter(letter -> Long.toString(pair.conversation).equals(letter.key()))
                .filter(letter -> header(letter, "origin-offset").equals(Long.toString(offset)))
                .count();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private long skipped(long offset) {
        return cluster.rows()
                .select("SELECT log_offset FROM log_repeat WHERE why = 'parked' AND log_offset = " + offset)
                .size();
    }

    @Test
    void a_membership_change_is_delivered_once_after_a_crash_before_the_relay_sends_it() {
        isJoinedOnce(CrashPoint.BEFORE_THE_RELAY_SENDS);
    }

    @Test
    void a_membership_change_is_delivered_once_after_a_crash_behind_the_relay() {
        isJoinedOnce(CrashPoint.AFTER_THE_RELAY_SENT);
    }

    private void isJoinedOnce(CrashPoint point) {
        var eve = Person.register(cluster.two(), "eve");
        try (var eves = Chat.hello(cluster.two(), eve)) {
            long group = joinedWhenTheNodeCrashed(point, eve);
            eves.one("conv", frame -> frame.path("conversation").path("id").asLong() == group);

            CrashCluster.ready();
            var during = pair.kims.say(group, "who is there?").path("pos").asLong();
            eves.message(during);
            Eventually.holds(CrashCluster.PATIENCE, this::outboxIsEmpty);
            cluster.awaitStored();
            for (var node : new Node[] {cluster.one(), cluster.two()}) {
                assertThat(pair.kim.history(node, group, "").path("items"))
                        .as("history at " + node)
                        .filteredOn(item -> item.path("kind").asText().equals("member"))
                        .hasSize(1);
            }
            assertThat(pair.kims.messages(group))
                    .filteredOn(frame -> frame.path("kind").asText().equals("member"))
                    .hasSize(1);
        }
    }

    /** The group whose change the node was relaying. Both nodes relay; if the other is first, another group is tried. */
    private long joinedWhenTheNodeCrashed(CrashPoint point, Person who) {
        for (int attempt = 1; attempt <= 10; attempt++) {
            long group = pair.ada.group(cluster.one(), "the three", pair.kim);
            Eventually.holds(CrashCluster.PATIENCE, this::outboxIsEmpty);
            if (cluster.crashUnlessAnotherActs(cluster.one(), point, () -> join(group, who), this::outboxIsEmpty))
                return group;
        }
        throw new AssertionError("the other node relayed ten changes before " + cluster.one());
    }

    private void outboxIsEmpty() {
        assertThat(cluster.rows().select("SELECT id FROM change_outbox")).isEmpty();
    }

    /** The node may die before it answers. */
    private void join(long group, Person who) {
        try {
            pair.ada.at(cluster.one()).put("/api/conversations/" + group + "/members/" + who.id());
        } catch (UncheckedIOException died) {
            return;
        }
    }

    private void hasRows(long... places) {
        var expected = LongStream.of(places).boxed().toList();
        Eventually.holds(
                CrashCluster.PATIENCE,
                () -> assertThat(cluster.rows().of(pair.conversation))
                        .extracting(row -> row.pos())
                        .containsExactlyElementsOf(expected));
        cluster.awaitStored();
    }
}
