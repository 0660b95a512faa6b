package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.SendLoad;
import parley.cluster.client.SendLoad.Acknowledged;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** G1 and G3: under load, acknowledged messages have one order everywhere, and exist once. */
class OrderIT {

    private static final int PAIRS = 20;
    private static final int EACH = 250;

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void ten_thousand_messages_have_the_same_order_everywhere() {
        var pairs = IntStream.range(0, PAIRS)
                .mapToObj(
                        i -> i % 2 == 0 ? Pair.on(cluster.one(), cluster.two()) : Pair.on(cluster.two(), cluster.one()))
                .toList();
        long began = System.nanoTime();
        var load = SendLoad.of(pairs, EACH);
        double seconds = (System.nanoTime() - began) / 1e9;

        assertThat(load.refused()).isEmpty();
        assertThat(load.acknowledged()).hasSize(PAIRS * 2 * EACH);
        System.out.printf(
                "[st] OrderIT: %d messages in %.1f s, %.0f a second; %s%n",
                load.acknowledged().size(), seconds, load.acknowledged().size() / seconds, load.latencies());

        for (var pair : pairs) {
            var places = new TreeSet<>(
                    load.of(pair.conversation).stream().map(Acknowledged::pos).toList());
            assertThat(places).hasSize(2 * EACH);
            heard_all_of_the_other(pair.adas, pair.ada, pair, load);
            heard_all_of_the_other(pair.kims, pair.kim, pair, load);
            assertThat(pair.kim.positions(cluster.two(), pair.conversation, 200))
                    .containsExactlyElementsOf(places);
        }
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        System.out.printf("[st] OrderIT: stored %.1f s after the first send%n", (System.nanoTime() - began) / 1e9);
        pairs.forEach(Pair::close);
    }

    private static void heard_all_of_the_other(Chat chat, Person who, Pair pair, SendLoad load) {
        var wanted = load.of(pair.conversation).stream()
                .filter(a -> a.sender() != who.id())
                .map(Acknowledged::pos)
                .sorted()
                .toList();
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(chat.messages(pair.conversation)).hasSizeGreaterThanOrEqualTo(wanted.size()));
        assertThat(chat.messages(pair.conversation).stream()
                        .map(m -> m.path("pos").asLong()))
                .containsExactlyElementsOf(wanted);
    }
}
