package parley.faults.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.faults.fault.Fault;
import parley.faults.fault.Scene;
import parley.faults.fault.Target;
import parley.faults.flood.Floods;
import parley.faults.load.Crowd;
import parley.faults.model.Gathering;
import parley.faults.model.History;
import parley.faults.model.Model;
import parley.faults.model.Verdict;
import parley.faults.probe.DuringFaults;
import parley.faults.probe.Incident;
import parley.faults.probe.Prober;
import parley.faults.report.During;
import parley.faults.report.Recovery;
import parley.faults.report.Report;
import parley.faults.report.RunResult;
import parley.faults.report.Timeline;
import parley.faults.world.FaultsWorld;
import parley.faults.world.Station;
import parley.st.world.Eventually;
import parley.st.world.Log;
import parley.st.world.Node;

/** One seed: a world of its own, its plan, and what came of it. */
final class Piece {

    private static final System.Logger LOG = System.getLogger(Piece.class.getName());
    private static final Duration TO_RECOVER = Duration.ofSeconds(300);
    private static final Duration TO_STORE = Duration.ofSeconds(600);
    private static final boolean ASSERTED = System.getProperty("faults.during", "assert").equals("assert");
    private static final Duration WARM = Duration.ofSeconds(5);

    private final long seed;
    private final Form form;
    private final History history = new History();
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();

    Piece(long seed, Form form) {
        this.seed = seed;
        this.form = form;
    }

    /** @param reports the folder of the reports */
    Verdict run(FaultsWorld world, Path reports) {
        world.mend();
        var probe = new Probe(world);
        try (var floods = new Floods();
                var prober = new Prober(nodes(world.chats()));
                var crowd = Crowd.gather(nodes(world.chats()), form.crowd(), history, seed);
                var timeline = new Timeline(nodes(world.chats()), nodes(world.persisters()), history)
                        .looking(world.rows()::nextOffsets, () -> world.log().ends(Log.MESSAGES))) {
            var scene = new Scene(world, crowd, form.crowd().devices(), floods);
            timeline.start();
            crowd.start();
            prober.start();
            Eventually.pause(WARM);
            for (var step : form.steps(seed, possible(scene))) make(step, scene, probe, timeline, prober);
            awaitMessages();
            prober.stop();
            judge(prober, floods);
            crowd.stop();
            crowd.settle();
            var gathering = new Gathering(world.log(), world.rows());
            gathering.awaitStored(TO_STORE);
            var verdict = Model.check(history, gathering.gather(crowd.pages()));
            Report.write(reports, RunResult.of(seed, command(), form.crowd(), history, verdict, timeline, recoveries, during(prober, floods)));
            return verdict;
        }
    }

    /** What did not hold while the faults lasted becomes part of the verdict, unless it is only to be reported. */
    private void judge(Prober prober, Floods floods) {
        var found = new ArrayList<>(DuringFaults.check(incidents, prober.observations(), prober.notices()));
        floods.results().forEach(flood -> found.addAll(flood.violations()));
        found.forEach(violation -> LOG.log(System.Logger.Level.WARNING, violation.sentence()));
        if (ASSERTED) history.during(found);
        else found.forEach(violation -> history.count("not asserted: " + violation.sentence()));
    }

    private During during(Prober prober, Floods floods) {
        return During.of(incidents, prober, floods.results());
    }

    private static List<Node> nodes(List<Station> stations) {
        return stations.stream().map(Station::node).toList();
    }

    String command() {
        return "./mvnw verify -Pfaults -Dfaults.form=%s -Dfaults.seed=%d".formatted(form.name().toLowerCase(), seed);
    }

    private Predicate<Fault> possible(Scene scene) {
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

    private void make(Step step, Scene scene, Probe probe, Timeline timeline, Prober prober) {
        LOG.log(System.Logger.Level.INFO, "Seed {0}, {1} acknowledged: {2}", Long.toString(seed), history.acknowledged(), step);
        try {
            var made = atOnce(step.faults().stream().<Callable<Made>>map(timed -> () -> make(timed, scene, timeline)).toList());
            long healed = made.stream().mapToLong(Made::healedNanos).max().orElseThrow();
            awaitRecovery(step, scene, probe);
            double seconds = (System.nanoTime() - healed) / 1e9;
            var over = made.stream().map(each -> each.incident(scene, System.currentTimeMillis())).toList();
            incidents.addAll(over);
            over.forEach(incident -> LOG.log(System.Logger.Level.INFO, During.of(List.of(incident), prober, List.of()).markdown()));
            step.faults().forEach(timed -> recoveries.add(new Recovery(timed.fault().sort(), seconds)));
            LOG.log(System.Logger.Level.INFO, "All is well again after {0} s.", seconds);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("after " + step + ": " + failed.getMessage(), failed);
        }
        Eventually.pause(step.peace());
    }

    /** A fault that was made and mended. */
    private record Made(Fault fault, long fromMillis, long healedNanos, long toMillis) {

        Incident incident(Scene scene, long overMillis) {
            return new Incident(
                    fault.sort(), names(fault.withoutDatabase(), scene), fault.nothingIsStored(), names(fault.impaired(), scene),
                    fromMillis, toMillis, overMillis);
        }

        private static Set<String> names(Set<Target> targets, Scene scene) {
            return targets.stream().map(target -> target.in(scene.world()).toString()).collect(Collectors.toSet());
        }
    }

    private static Made make(Step.Timed timed, Scene scene, Timeline timeline) {
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
        return new Made(fault, fromMillis, healed, toMillis);
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

    private void awaitRecovery(Step step, Scene scene, Probe probe) {
        Eventually.holds(TO_RECOVER, () -> {
            for (int again = scene.world().supervise(); again > 0; again--) history.count("restarted, being beyond help");
            scene.world().requireWhole();
            probe.passes();
        });
        Eventually.holds(TO_RECOVER, () -> step.faults().forEach(timed -> timed.fault().requireOver(scene)));
    }

    private void awaitMessages() {
        var limit = Duration.ofSeconds(60 + 10 * form.messages() / form.crowd().messagesPerSecond());
        Eventually.holds(limit, () -> {
            if (history.acknowledged() < form.messages()) throw new AssertionError(history.acknowledged() + " are acknowledged");
        });
    }
}
