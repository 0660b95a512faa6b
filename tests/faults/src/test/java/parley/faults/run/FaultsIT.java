package parley.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.cluster.server.TestPaths;
import parley.faults.world.FaultsCluster;

/** Checks all guarantees of the contract under load and faults. */
class FaultsIT {

    private static final Path REPORTS = TestPaths.ROOT.resolve("tests/faults/target/faults");

    private final Form form = Form.wanted();

    @TestFactory
    Stream<DynamicTest> the_guarantees_hold() {
        long first = Long.getLong("faults.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("faults.pieces", 1))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> holds(seed)));
    }

    private void holds(long seed) throws IOException {
        var run = new SeededRun(seed, form);
        boolean held = false;
        try (var cluster = FaultsCluster.made()) {
            var verdict = run.run(cluster, REPORTS);
            held = verdict.holds();
            assertThat(held).as(verdict::explained).isTrue();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError(
                    "seed %d, repeat it with %s%n%s".formatted(seed, run.command(), failed.getMessage()), failed);
        } finally {
            if (!held) keepLogs(seed);
        }
    }

    /** The next cluster starts with an empty folder. */
    private static void keepLogs(long seed) throws IOException {
        var kept = TestPaths.made(REPORTS.resolve(seed + "-logs"));
        TestPaths.copy(TestPaths.WORLD.resolve("logs"), kept);
        TestPaths.copy(TestPaths.WORLD.resolve("broker/broker.log"), kept.resolve("kafka.log"));
    }
}
