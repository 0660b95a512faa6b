package parley.bench;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.bench.report.BenchReport;
import parley.bench.report.RunInfo;
import parley.bench.result.Output;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.run.Plan;
import parley.bench.world.BenchCluster;

/** Runs the measurements one after the other; fails only where one cannot be made, never because it is slow. */
class BenchIT {

    private static BenchCluster world;
    private static final Results RESULTS = new Results();
    private static final Instant BEGAN = Instant.now();

    @BeforeAll
    static void start() {
        world = new BenchCluster(Map.of());
        world.start();
    }

    @TestFactory
    Stream<DynamicTest> it_can_be_measured() {
        return Plan.wanted(Form.wanted()).stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> measure(one)));
    }

    private static void measure(Measurement one) throws Exception {
        one.measure(world, Form.wanted(), RESULTS);
    }

    @AfterAll
    static void end() {
        if (!RESULTS.figures().isEmpty()) BenchReport.write(Output.folder(), RunInfo.of(BEGAN, world), RESULTS);
        world.close();
    }
}
