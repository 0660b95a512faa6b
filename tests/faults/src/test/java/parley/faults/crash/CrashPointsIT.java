package parley.faults.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;

/** G1, G2 and G7 where a crash hurts most: between two steps that belong together. */
class CrashPointsIT {

    private CrashCluster world;
    private Pair pair;

    @BeforeEach
    void they_come() {
        world = CrashCluster.whole();
        pair = Pair.on(world.one(), world.two());
        world.isStored(); // nothing is under way that could come by a point
    }

    @AfterEach
    void they_go() {
        if (pair != null) pair.close();
    }

    @AfterAll
    static void the_world_ends() {
        CrashCluster.end();
    }

    @Test
    void a_node_that_dies_before_the_record_is_produced_has_lost_nothing_that_was_acknowledged() {
        var before = pair.adas.say(pair.conversation, "before").path("pos").asLong();
        var cid = Cids.now();
        world.dies(
                world.one(),
                CrashPoint.BEFORE_THE_RECORD_IS_PRODUCED,
                () -> pair.adas.send(pair.conversation, cid, "of this"));
        assertThat(pair.kims.messages(pair.conversation))
                .noneMatch(frame -> frame.path("cid").asText().equals(cid));

        CrashCluster.whole();
        isOneMessage(before, cid, false);
    }

    @Test
    void a_node_that_dies_after_the_record_is_produced_recognises_it_when_it_is_sent_again() {
        var before = pair.adas.say(pair.conversation, "before").path("pos").asLong();
        var cid = Cids.now();
        world.dies(
                world.one(),
                CrashPoint.AFTER_THE_RECORD_IS_PRODUCED,
                () -> pair.adas.send(pair.conversation, cid, "of this"));
        pair.kims.one("msg", frame -> frame.path("cid").asText().equals(cid));

        CrashCluster.whole();
        isOneMessage(before, cid, true);
    }

    /** Sent again on each node; and what was before it is there as well. */
    private void isOneMessage(long before, String cid, boolean wasInTheLog) {
        try (var here = Chat.hello(world.one(), pair.ada);
                var there = Chat.hello(world.two(), pair.ada)) {
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
            world.isInHistoryOnce(pair.kim, pair.conversation, pos);
        }
    }

    /** As a client does: what is answered with {@code unavailable} is said again. */
    private JsonNode repeated(Chat chat, String cid) {
        return Eventually.yields(
                CrashCluster.PATIENCE, () -> ok(Chat.await(chat.send(pair.conversation, cid, "of this"))));
    }

    @Test
    void a_persister_that_dies_after_its_commit_stores_nothing_twice_when_the_records_come_again() {
        var persister = world.persister();
        var before = pair.adas.say(pair.conversation, "before").path("pos").asLong();
        world.isStored();
        var pos = new long[1];
        world.dies(
                persister,
                CrashPoint.AFTER_THE_COMMIT,
                () -> pos[0] =
                        pair.adas.say(pair.conversation, "of this").path("pos").asLong());
        assertThat(world.parts().rows().of(pair.conversation))
                .extracting(row -> row.pos())
                .containsExactly(before, pos[0]);

        persister.start();
        persister.awaitReady();
        var after = pair.kims.say(pair.conversation, "after").path("pos").asLong();
        hasRows(before, pos[0], after);
        world.isInHistoryOnce(pair.ada, pair.conversation, pos[0]);
    }

    @Test
    void a_persister_that_dies_between_parking_and_commit_parks_the_record_and_stores_the_rest() {
        var persister = world.persister();
        var bad = new ProducerRecord<>(Log.MESSAGES, Long.toString(pair.conversation), "this is no JSON at all");
        bad.headers()
                .add("type", "message".getBytes(UTF_8))
                .add("version", "1".getBytes(UTF_8))
                .add("epoch", "0".getBytes(UTF_8))
                .add("admitted", Long.toString(System.currentTimeMillis()).getBytes(UTF_8))
                .add("origin", "faults".getBytes(UTF_8));
        var offset = new long[1];
        world.dies(
                persister,
                CrashPoint.BETWEEN_PARKING_AND_COMMIT,
                () -> offset[0] = world.parts().log().append(bad).offset());
        assertThat(letters(offset[0])).isEqualTo(1);
        var after = pair.kims.say(pair.conversation, "after").path("pos").asLong();

        persister.start();
        persister.awaitReady();
        Eventually.holds(
                CrashCluster.PATIENCE,
                () -> assertThat(world.parts().rows().of(pair.conversation))
                        .filteredOn(row -> row.state() == 0)
                        .extracting(row -> row.pos())
                        .containsExactly(after));
        world.isStored();
        // It may lie there once more, from before the crash: each says of which place of the log it is.
        assertThat(letters(offset[0])).isBetween(1L, 2L);
        assertThat(passedOver(offset[0])).as("noted in the database").isEqualTo(1);
    }

    private long letters(long offset) {
        return world.parts().log().all(Log.DEAD_LETTERS).stream()
                .filter(letter -> Long.toString(pair.conversation).equals(letter.key()))
                .filter(letter -> header(letter, "origin-offset").equals(Long.toString(offset)))
                .count();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private long passedOver(long offset) {
        return world.parts()
                .rows()
                .select("SELECT log_offset FROM log_repeat WHERE why = 'parked' AND log_offset = " + offset)
                .size();
    }

    @Test
    void a_change_of_membership_comes_once_though_the_node_died_before_the_relay_sent_it() {
        isJoinedOnce(CrashPoint.BEFORE_THE_RELAY_SENDS);
    }

    @Test
    void a_change_of_membership_comes_once_though_the_node_died_when_the_relay_had_sent_it() {
        isJoinedOnce(CrashPoint.AFTER_THE_RELAY_SENT);
    }

    private void isJoinedOnce(CrashPoint point) {
        var eve = Person.register(world.two(), "eve");
        try (var eves = Chat.hello(world.two(), eve)) {
            long group = joinedWhenTheNodeDied(point, eve);
            eves.one("conv", frame -> frame.path("conversation").path("id").asLong() == group);

            CrashCluster.whole();
            var during = pair.kims.say(group, "who is there?").path("pos").asLong();
            eves.one("msg", frame -> frame.path("pos").asLong() == during);
            Eventually.holds(
                    CrashCluster.PATIENCE,
                    () -> assertThat(world.parts().rows().select("SELECT id FROM outbox"))
                            .isEmpty());
            world.isStored();
            for (var node : new Node[] {world.one(), world.two()}) {
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

    /** The group whose change the node was relaying. Both nodes relay: where the other is first, another group is tried. */
    private long joinedWhenTheNodeDied(CrashPoint point, Person who) {
        for (int attempt = 1; attempt <= 10; attempt++) {
            long group = pair.ada.group(world.one(), "the three", pair.kim);
            Eventually.holds(
                    CrashCluster.PATIENCE,
                    () -> assertThat(world.parts().rows().select("SELECT id FROM outbox"))
                            .isEmpty());
            if (world.diesUnlessAnotherDoesIt(world.one(), point, () -> join(group, who))) return group;
        }
        throw new AssertionError("the other node relayed ten changes before " + world.one());
    }

    /** The node may die before it answers. */
    private void join(long group, Person who) {
        try {
            pair.ada.at(world.one()).put("/api/conversations/" + group + "/members/" + who.id());
        } catch (UncheckedIOException died) {
            return;
        }
    }

    private void hasRows(long... places) {
        var expected = LongStream.of(places).boxed().toList();
        Eventually.holds(
                CrashCluster.PATIENCE,
                () -> assertThat(world.parts().rows().of(pair.conversation))
                        .extracting(row -> row.pos())
                        .containsExactlyElementsOf(expected));
        world.isStored();
    }

    private static JsonNode ok(JsonNode answer) {
        assertThat(answer.path("t").asText()).as(answer.toString()).isEqualTo("ok");
        return answer;
    }
}
