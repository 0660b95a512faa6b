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
import parley.bench.result.Results;
import parley.bench.run.Bench;
import parley.bench.run.Form;
import parley.bench.world.BenchCluster;

/** Runs the measurements one after another. Fails only if one cannot be made, never because a figure is low. */
class BenchIT {

    private static final Instant STARTED = Instant.now();
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench(new BenchCluster(Map.of()), Form.wanted(), new Results());
        bench.cluster().start();
    }

    @TestFactory
    Stream<DynamicTest> it_can_be_measured() {
        return Measurement.selected(bench.form())
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> one.measure(bench)));
    }

    @AfterAll
    static void end() {
        if (!bench.results().figures().isEmpty())
            BenchReport.write(Results.folder(), RunInfo.of(STARTED, bench.cluster()), bench.results());
        bench.cluster().close();
    }
}
