package parley.system.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.cluster.server.TestCluster;

/**
 * Random operations of three users with two devices each. The counters of both nodes, of the database and of all devices
 * are compared with a simple model.
 */
class UnreadPropertyIT {

    private static final int ROUNDS = 5;
    private static final int LONG_ROUNDS = 60;
    private static final int OPERATIONS = 20;

    /** One seed with {@code -Dparley.seed}, that one and those after it with {@code -Dparley.runs}. */
    static LongStream seeds() {
        long first = Long.getLong("parley.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("parley.runs", 1));
    }

    @Test
    void nodes_database_and_devices_agree_with_the_model() {
        var random = new Random(1);
        try (var users = new UnreadUsers(TestCluster.shared(), random)) {
            for (int round = 0; round < ROUNDS; round++) {
                users.operate(OPERATIONS, () -> {});
                users.check("seed 1, round " + round, true);
            }
            assertThat(users.done()).as("each operation was made").containsKeys(Operation.values());
        }
    }

    @Tag("long")
    @ParameterizedTest
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    @MethodSource("seeds")
    void they_agree_while_nodes_the_persister_and_the_database_are_killed(long seed) {
        var cluster = TestCluster.shared();
        var random = new Random(seed);
        try (var users = new UnreadUsers(cluster, random)) {
            var outages = new Outages(cluster, users, random);
            for (int round = 0; round < Integer.getInteger("parley.rounds", LONG_ROUNDS); round++) {
                var when = "seed %d, round %d".formatted(seed, round);
                users.operate(OPERATIONS, outages.round());
                if (outages.isDatabaseUp()) users.check(when, outages.isPersisting());
                else users.checkWithoutDatabase(when);
            }
            outages.end();
            users.check("seed %d, at the end".formatted(seed), true);
            assertThat(users.done()).as("each operation was made").containsKeys(Operation.values());
            System.out.println("seed " + seed + ": " + users.done() + ", " + outages);
        } finally {
            cluster.ensureReady();
        }
    }
}
