package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** A node that is told to end (SIGTERM) answers what it has taken, and sends its clients to others. */
class DrainIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_node_that_is_stopped_answers_says_bye_and_ends_by_itself() {
        var pairs = IntStream.range(0, 10)
                .mapToObj(i -> Pair.on(cluster.one(), cluster.one()))
                .toList();
        var load = new SendLoad();
        var goesOn = new AtomicBoolean(true);
        var running =
                CompletableFuture.runAsync(() -> load.whileGoing(pairs, 5, goesOn::get), Thread::startVirtualThread);
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(load.acknowledged().size()).isGreaterThan(200));

        boolean byItself = cluster.one().end();
        goesOn.set(false);
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
        running.join();
        // What this node had taken was answered before it went: nothing is in the log whose sender does not know.
        Stored.is_exactly_what_was_acknowledged(cluster, load);
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
