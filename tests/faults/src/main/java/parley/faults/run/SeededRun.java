package parley.faults.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.faults.fault.Fault;
import parley.faults.fault.FaultContext;
import parley.faults.load.ClientPool;
import parley.faults.model.EvidenceReader;
import parley.faults.model.History;
import parley.faults.model.Model;
import parley.faults.model.Verdict;
import parley.faults.report.Recovery;
import parley.faults.report.RunReport;
import parley.faults.report.RunResult;
import parley.faults.report.Timeline;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** One seed: a world of its own, its plan, and what came of it. */
final class SeededRun {

    private static final System.Logger LOG = System.getLogger(SeededRun.class.getName());
    private static final Duration TO_RECOVER = Duration.ofSeconds(300);
    private static final Duration TO_STORE = Duration.ofSeconds(600);
    private static final Duration WARM = Duration.ofSeconds(5);

    private final long seed;
    private final Form form;
    private final History history = new History();
    private final List<Recovery> recoveries = new ArrayList<>();

    SeededRun(long seed, Form form) {
        this.seed = seed;
        this.form = form;
    }

    /** @param reports the folder of the reports */
    Verdict run(FaultsCluster world, Path reports) {
        world.mend();
        var probe = new Probe(world);
        try (var watch = new Watch(nodes(world.chats()));
                var crowd = ClientPool.gather(nodes(world.chats()), form.crowd(), history, seed);
                var timeline = new Timeline(nodes(world.chats()), nodes(world.persisters()), history)
                        .looking(world.rows()::nextOffsets, () -> world.log().ends(Log.MESSAGES))) {
            var scene = new FaultContext(world, crowd, form.crowd().devices(), watch.floods());
            timeline.start();
            crowd.start();
            watch.start();
            Eventually.pause(WARM);
            try {
                for (var step : form.steps(seed, possible(scene))) make(step, scene, probe, timeline, watch);
            } catch (AssertionError stuck) {
                RunReport.writeUnfinished(reports, seed, watch.during());
                throw stuck;
            }
            awaitMessages();
            watch.judge(history);
            crowd.stop();
            crowd.settle();
            var reader = new EvidenceReader(world.log(), world.rows());
            reader.awaitStored(TO_STORE);
            var verdict = Model.check(history, reader.read(crowd.pages()));
            RunReport.write(
                    reports,
                    RunResult.of(
                            seed, command(), form.crowd(), history, verdict, timeline, recoveries, watch.during()));
            return verdict;
        }
    }

    private static List<Node> nodes(List<ServerUnderTest> stations) {
        return stations.stream().map(ServerUnderTest::node).toList();
    }

    String command() {
        return "./mvnw verify -Pfaults -Dfaults.form=%s -Dfaults.seed=%d"
                .formatted(form.name().toLowerCase(), seed);
    }

    private Predicate<Fault> possible(FaultContext scene) {
        var only = Pattern.compile(System.getProperty("faults.only", "."));
        return fault -> {
            if (!only.matcher(fault.sort()).find()) return false;
            var missing = fault.missing(scene);
            if (missing == null) return true;
            LOG.log(System.Logger.Level.WARNING, "Left out, {0}: {1}", fault.sort(), missing);
            history.count("left out, " + fault.sort() + ": " + missing);
            return false;
        };
    }

    private void make(Step step, FaultContext scene, Probe probe, Timeline timeline, Watch watch) {
        LOG.log(
                System.Logger.Level.INFO,
                "Seed {0}, {1} acknowledged: {2}",
                Long.toString(seed),
                history.acknowledged(),
                step);
        try {
            var made = atOnce(step.faults().stream()
                    .<Callable<Made>>map(timed -> () -> make(timed, scene, timeline))
                    .toList());
            long healed = made.stream().mapToLong(Made::healedNanos).max().orElseThrow();
            try {
                awaitRecovery(step, scene, probe);
            } finally {
                watch.happened(made.stream()
                        .map(each -> each.incident(scene, System.currentTimeMillis()))
                        .toList());
            }
            double seconds = (System.nanoTime() - healed) / 1e9;
            step.faults()
                    .forEach(timed -> recoveries.add(new Recovery(timed.fault().sort(), seconds)));
            LOG.log(System.Logger.Level.INFO, "All is well again after {0} s.", seconds);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("after " + step + ": " + failed.getMessage(), failed);
        }
        Eventually.pause(step.peace());
    }

    private static Made make(Step.Timed timed, FaultContext scene, Timeline timeline) {
        var fault = timed.fault();
        Eventually.pause(timed.after());
        fault.prepare(scene);
        timeline.mark(fault.sort(), true);
        long fromMillis = System.currentTimeMillis();
        fault.begin(scene);
        Eventually.pause(fault.lasting());
        long healed = System.nanoTime();
        long toMillis = System.currentTimeMillis();
        fault.heal(scene);
        timeline.mark(fault.sort(), false);
        return new Made(fault, fromMillis, toMillis, healed);
    }

    private static <T> List<T> atOnce(List<Callable<T>> making) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<T>();
            for (var made : threads.invokeAll(making)) all.add(made.get());
            return all;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void awaitRecovery(Step step, FaultContext scene, Probe probe) {
        Eventually.holds(TO_RECOVER, () -> {
            for (int again = scene.world().supervise(); again > 0; again--)
                history.count("restarted, being beyond help");
            scene.world().requireWhole();
            probe.passes();
        });
        Eventually.holds(
                TO_RECOVER, () -> step.faults().forEach(timed -> timed.fault().requireOver(scene)));
    }

    private void awaitMessages() {
        var limit = Duration.ofSeconds(60 + 10 * form.messages() / form.crowd().messagesPerSecond());
        Eventually.holds(limit, () -> {
            if (history.acknowledged() < form.messages())
                throw new AssertionError(history.acknowledged() + " are acknowledged");
        });
    }
}
