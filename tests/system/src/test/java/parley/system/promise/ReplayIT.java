package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.LogRecords;
import parley.cluster.client.Operator;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Rows.Row;
import parley.cluster.server.TestCluster;

/** A replay stores parked records at their own positions, once, however often it is repeated. */
class ReplayIT extends WithPair {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Above all ids that the cluster assigns. */
    private static final long LATE_CONVERSATION = 5_000_000;

    private final Operator operator = Operator.of(cluster);

    @Test
    void a_replay_restores_the_body_of_a_message_that_could_not_be_stored() {
        pair.adaSays("before");
        // A generated column that is too narrow for this one body.
        cluster.rows()
                .execute("ALTER TABLE message ADD COLUMN narrow VARCHAR(10)"
                        + " GENERATED ALWAYS AS (IF(body = 'unstorable', 'far longer than ten', NULL)) STORED");
        long pos;
        try {
            pos = pair.adaSays("unstorable");
            pair.adaSays("after");
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(cluster.rows().of(pair.conversation))
                            .extracting(Row::seq, Row::state)
                            .containsExactly(tuple(1, 0), tuple(2, 1), tuple(3, 0)));

            assertThat(replay()).contains("still parked").contains("offset " + pos + " (SQLState 22001");
            assertThat(cluster.rows().of(pair.conversation))
                    .extracting(Row::state)
                    .containsExactly(0, 1, 0);
        } finally {
            cluster.rows().execute("ALTER TABLE message DROP COLUMN narrow");
        }

        assertThat(replay()).contains(" 1 stored now");
        assertThat(cluster.rows().of(pair.conversation))
                .extracting(Row::seq, Row::state)
                .containsExactly(tuple(1, 0), tuple(2, 0), tuple(3, 0));
        assertThat(body(pair.conversation, pos)).isEqualTo("unstorable");
        assertThat(replay()).contains(" 0 stored now");
        assertThat(cluster.rows().of(pair.conversation)).hasSize(3);
        assertThat(pair.kim
                        .history(cluster.two(), pair.conversation, "")
                        .path("items")
                        .findValuesAsText("body"))
                .containsExactly("before", "unstorable", "after");
    }

    @Test
    void a_replayed_message_for_a_conversation_created_later_precedes_later_messages() {
        long late = LATE_CONVERSATION + System.nanoTime() % 1_000_000;
        var first = cluster.log().append(LogRecords.message(late, Cids.now(), pair.ada.id(), "too early"));
        Eventually.holds(
                PATIENCE,
                () -> assertThat(why(first.partition(), first.offset())).containsExactly("parked"));
        cluster.rows()
                .execute("INSERT INTO conversation (id, kind, title, member_count, last_at, created_at)" + " VALUES ("
                        + late + ", 'group', 'late', 0, NOW(6), NOW(6))");
        var second = cluster.log().append(LogRecords.message(late, Cids.now(), pair.ada.id(), "in time"));
        Eventually.holds(PATIENCE, () -> assertThat(cluster.rows().of(late)).hasSize(1));

        assertThat(replay()).contains(" 1 stored now");
        var stored = cluster.rows().of(late);
        assertThat(stored)
                .extracting(Row::pos, Row::seq)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(first.offset(), 1L),
                        org.assertj.core.api.Assertions.tuple(second.offset(), 2L));
        assertThat(body(late, first.offset())).isEqualTo("too early");
        assertThat(why(first.partition(), first.offset())).isEmpty();
        assertThat(cluster.rows()
                        .select("SELECT last_seq, last_pos FROM conversation WHERE id = " + late)
                        .getFirst())
                .extracting(value -> ((Number) value).longValue())
                .containsExactly(2L, second.offset());
        assertThat(replay()).contains(" 0 stored now");
        assertThat(cluster.rows().of(late)).isEqualTo(stored);
    }

    @Test
    void only_operators_issue_commands_and_invalid_commands_are_refused() {
        var ada = Person.register(cluster.one(), "ada").at(cluster.one());
        assertThat(ada.get("/api/admin/commands").status()).isEqualTo(403);
        assertThat(ada.post("/api/admin/commands", Json.of("kind", "replay")).status())
                .isEqualTo(403);
        assertThat(Api.at(cluster.one())
                        .post("/api/admin/commands", Json.of("kind", "replay"))
                        .status())
                .isEqualTo(401);
        var root = operator.person().at(cluster.one());
        for (var wrong : List.of(
                Json.of("kind", "destroy"),
                Json.of(),
                Json.of("kind", "repair"),
                Json.of("kind", "repair", "partition", 12),
                Json.of("kind", "repair", "partition", -1))) {
            var refused = root.post("/api/admin/commands", wrong);
            assertThat(refused.status()).as(wrong.toString()).isEqualTo(400);
            assertThat(refused.json().path("fields").size()).as(refused.text()).isEqualTo(1);
        }
    }

    private String replay() {
        var command = operator.command(cluster.two(), "kind", "replay");
        assertThat(command.path("state").asText()).as(command.toString()).isEqualTo("done");
        assertThat(command.path("by").asText()).isEqualTo(TestCluster.OPERATOR);
        return command.path("result").asText();
    }

    private Object body(long conversation, long pos) {
        return cluster.rows()
                .select("SELECT body FROM message WHERE conversation_id = " + conversation + " AND pos = " + pos)
                .getFirst()
                .getFirst();
    }

    private List<Object> why(int partition, long offset) {
        return cluster
                .rows()
                .select("SELECT why FROM log_repeat WHERE log_partition = " + partition + " AND log_offset = " + offset)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static org.assertj.core.groups.Tuple tuple(long seq, int state) {
        return org.assertj.core.api.Assertions.tuple(seq, state);
    }
}
