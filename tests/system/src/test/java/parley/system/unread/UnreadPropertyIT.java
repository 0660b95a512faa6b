package parley.system.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.cluster.server.TestCluster;

/**
 * Thousands of random operations of three users with two devices each, while nodes and the persister are killed and
 * start again. The counters of both nodes, of the database and of all devices are compared with a simple model.
 */
@Tag("long")
class UnreadPropertyIT {

    private static final int ROUNDS = 80;
    private static final int OPERATIONS = 10;

    /** One seed with {@code -Dparley.seed}. */
    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("parley.seed", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nodes_database_and_devices_agree_with_the_model(long seed) {
        var cluster = TestCluster.shared();
        var random = new Random(seed);
        var down = new Outages(cluster, random);
        try (var users = new UnreadUsers(cluster, random)) {
            for (int round = 0; round < Integer.getInteger("parley.rounds", ROUNDS); round++) {
                down.next(users);
                users.operate(OPERATIONS);
                users.check("seed %d, round %d".formatted(seed, round), down.isPersisterUp());
            }
            down.end(users);
            users.check("seed %d, at the end".formatted(seed), true);
            assertThat(users.done()).as("each operation was made").containsKeys(Operation.values());
            System.out.println("seed " + seed + ": " + users.done() + ", " + down);
        } finally {
            List.of(cluster.one(), cluster.two(), cluster.persister()).forEach(node -> node.comeUp());
        }
    }
}
