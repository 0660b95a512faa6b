package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.system.promise.LedgerIT.total;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Operator;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.TestCluster;

/** On SIGTERM a node answers what it has accepted, and asks its clients to reconnect to another node. */
class DrainIT {

    private final TestCluster cluster = TestCluster.shared();
    private final Operator operator = Operator.of(cluster);

    @Test
    void a_node_that_is_stopped_answers_publishes_its_acknowledgements_says_bye_and_ends() {
        var pairs = IntStream.range(0, 10)
                .mapToObj(i -> Pair.on(cluster.one(), cluster.one()))
                .toList();
        int partition = cluster.log().partitionOf(pairs.getFirst().conversation);
        var before = LedgerIT.settled(cluster, operator, "?partition=" + partition);
        var load = SendLoad.start(pairs, 5);
        load.awaitAcknowledged(200);

        boolean byItself = cluster.one().end();
        load.stop();
        assertThat(byItself).as("ended within 30 s, without SIGKILL").isTrue();

        var chats =
                pairs.stream().flatMap(pair -> Stream.of(pair.adas, pair.kims)).toList();
        for (var chat : chats) {
            assertThat(chat.closed().code()).isEqualTo(1001);
            var bye = chat.frames("bye");
            assertThat(bye).hasSize(1);
            assertThat(bye.getFirst().path("reason").asText()).isEqualTo("drain");
            assertThat(bye.getFirst().path("reconnectAfterMs").isIntegralNumber())
                    .isTrue();
            assertThat(chat.frames().getLast()).as("the last frame").isEqualTo(bye.getFirst());
        }
        assertThat(spread(chats)).as("reconnects are spread").hasSizeGreaterThan(1);
        // Every accepted send was answered: the log has no message whose sender does not know.
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        var after = operator.ledger(cluster.two(), "?partition=" + partition);
        assertThat(total(after, "acknowledged") - total(before, "acknowledged"))
                .as("acknowledgements that the node published before it ended")
                .isEqualTo(load.acknowledged().stream()
                        .filter(a -> cluster.log().partitionOf(a.conversation()) == partition)
                        .count());
        assertThat(total(after, "unnoted")).isEqualTo(total(before, "unnoted"));
        System.out.printf(
                "[st] DrainIT: %d acknowledged, %d refused while draining%n",
                load.acknowledged().size(), load.refused().size());
        pairs.forEach(Pair::close);
    }

    private static List<Long> spread(List<Chat> chats) {
        return chats.stream()
                .map(chat -> chat.frames("bye").getFirst())
                .map((JsonNode bye) -> bye.path("reconnectAfterMs").asLong())
                .distinct()
                .toList();
    }
}
