package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** Revoked and replaced bodies cannot be read, by any member and on any path. */
class RevokedIT {

    private static final String REGRETTED = "regretted";
    private static final String WORSE = "worse";

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");
    private final Person kim = Person.register(cluster.two(), "kim");
    private final Person late = Person.register(cluster.two(), "late");
    private final long conversation = ada.group(cluster.one(), "a group", kim);
    private Chat adas;
    private Chat kims;

    @BeforeEach
    void connect() {
        adas = Chat.hello(cluster.one(), ada);
        kims = Chat.hello(cluster.two(), kim);
    }

    @AfterEach
    void disconnect() {
        adas.close();
        kims.close();
    }

    @Test
    void a_revoked_message_has_no_body_for_any_reader_and_in_no_row() {
        long pos = say(REGRETTED);
        change("edit", pos, WORSE);
        change("revoke", pos, null);
        nobody_reads(pos, true);
        assertThat(late.at(cluster.two())
                        .get("/api/conversations/" + conversation)
                        .status())
                .isEqualTo(404);
        ada.at(cluster.one())
                .put("/api/conversations/" + conversation + "/members/" + late.id())
                .as(201);
        nobody_reads(pos, true);
        rows_are_erased(pos);
        nobody_reads(pos, true);
        assertThat(page(late, "?before=" + (pos + 1)).path("revoked").asBoolean())
                .isTrue();
    }

    @Test
    void a_stored_message_and_its_stored_edits_are_erased_by_a_later_revoke() {
        long pos = say(REGRETTED);
        change("edit", pos, WORSE);
        Stored.reaches_to_the_end_of_the_log(cluster);
        assertThat(bodies(pos)).containsExactly(REGRETTED, WORSE);
        change("revoke", pos, null);
        rows_are_erased(pos);
        nobody_reads(pos, true);
    }

    @Test
    void a_revoked_message_keeps_its_position_and_seq() {
        long before = say("stays");
        long pos = say(REGRETTED);
        change("edit", before, "stays, edited");
        change("revoke", pos, null);
        rows_are_erased(pos);
        assertThat(cluster.rows().of(conversation))
                .extracting(row -> row.pos(), row -> row.seq(), row -> row.state())
                .containsExactly(tuple(before, 1L, 0), tuple(pos, 2L, 2));
        assertThat(bodies(before)).containsExactly("stays", "stays, edited");
    }

    @Test
    void a_replaced_body_cannot_be_read() {
        long pos = say(REGRETTED);
        change("edit", pos, "better");
        nobody_reads(pos, false);
        Stored.reaches_to_the_end_of_the_log(cluster);
        nobody_reads(pos, false);
    }

    private void nobody_reads(long pos, boolean revoked) {
        Stream.of(ada, kim, late)
                .filter(this::belongs)
                .forEach(person -> Eventually.holds(Chat.PATIENCE, () -> {
                    for (var node : List.of(cluster.one(), cluster.two())) {
                        var list = person.at(node).get("/api/conversations").as(200);
                        var one = person.at(node)
                                .get("/api/conversations/" + conversation)
                                .as(200);
                        var history = person.history(node, conversation, "");
                        for (var answer : List.of(list, one, history)) {
                            assertThat(answer.toString())
                                    .doesNotContain(REGRETTED)
                                    .doesNotContain(WORSE);
                        }
                        is_as_it_should_be(one.path("last"), pos, revoked);
                        is_as_it_should_be(list.path("items").path(0).path("last"), pos, revoked);
                        is_as_it_should_be(page(person, ""), pos, revoked);
                    }
                }));
    }

    private static void is_as_it_should_be(JsonNode message, long pos, boolean revoked) {
        assertThat(message.path("pos").asLong()).isEqualTo(pos);
        assertThat(message.path("revoked").asBoolean()).isEqualTo(revoked);
        assertThat(message.has("body")).isNotEqualTo(revoked);
    }

    private boolean belongs(Person person) {
        return person.at(cluster.one())
                        .get("/api/conversations/" + conversation)
                        .status()
                == 200;
    }

    /** The last message of a page. */
    private JsonNode page(Person person, String query) {
        JsonNode last = null;
        for (var message : person.history(cluster.two(), conversation, query).path("items")) {
            if (!message.path("kind").asText().equals("member")) last = message;
        }
        return last;
    }

    private void rows_are_erased(long pos) {
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(bodies(pos)).isNotEmpty().allMatch(String::isEmpty));
    }

    /** The bodies in the database: of the message, then of its edits. */
    private List<String> bodies(long pos) {
        return Stream.concat(
                        cluster
                                .rows()
                                .select("SELECT body FROM message WHERE conversation_id = " + conversation
                                        + " AND pos = " + pos)
                                .stream(),
                        cluster
                                .rows()
                                .select("SELECT body FROM message_event WHERE conversation_id = " + conversation
                                        + " AND target = " + pos + " AND kind = 'edited' ORDER BY at")
                                .stream())
                .map(row -> row.getFirst().toString())
                .toList();
    }

    private long say(String body) {
        return adas.say(conversation, body).path("pos").asLong();
    }

    private void change(String type, long pos, String body) {
        ObjectNode frame = Json.of("t", type, "cid", Cids.now(), "conv", conversation, "pos", pos);
        if (body != null) frame.put("body", body);
        var answer = adas.now(frame);
        Chat.ok(answer);
    }
}
