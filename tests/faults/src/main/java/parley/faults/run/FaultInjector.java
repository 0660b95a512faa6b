package parley.faults.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import parley.cluster.server.Eventually;
import parley.faults.fault.Fault;
import parley.faults.fault.FaultContext;
import parley.faults.fault.Target;
import parley.faults.model.History;
import parley.faults.probe.Incident;
import parley.faults.report.Recovery;
import parley.faults.report.Timeline;

/** Injects the faults of a step and waits until everything has recovered. */
final class FaultInjector {

    private static final System.Logger LOG = System.getLogger(FaultInjector.class.getName());
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(10);

    /** Each check asks every server for its health, and what that costs is missing where servers start. */
    private static final Duration CHECK_PAUSE = Duration.ofMillis(500);

    /** @param removedNanos when the cause was removed, as {@link System#nanoTime()} */
    private record Injected(Fault fault, long fromMillis, long toMillis, long removedNanos) {}

    private final FaultContext context;
    private final RecoveryProbe probe;
    private final Timeline timeline;
    private final RunObserver observer;
    private final History history;
    private final List<Recovery> recoveries = new ArrayList<>();

    FaultInjector(FaultContext context, RecoveryProbe probe, Timeline timeline, RunObserver observer, History history) {
        this.context = context;
        this.probe = probe;
        this.timeline = timeline;
        this.observer = observer;
        this.history = history;
    }

    List<Recovery> recoveries() {
        return recoveries;
    }

    void inject(Step step) {
        LOG.log(System.Logger.Level.INFO, "{0} acknowledged. Next: {1}", history.acknowledged(), step.faults());
        try {
            var injected = injectAll(step);
            long removed =
                    injected.stream().mapToLong(Injected::removedNanos).max().orElseThrow();
            try {
                awaitRecovery(step);
            } finally {
                observer.add(injected.stream().map(this::incident).toList());
            }
            double seconds = (System.nanoTime() - removed) / 1e9;
            step.faults()
                    .forEach(timed -> recoveries.add(new Recovery(timed.fault().name(), seconds)));
            LOG.log(System.Logger.Level.INFO, "Recovered after {0} s.", seconds);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("after " + step.faults() + ": " + failed.getMessage(), failed);
        }
        Eventually.pause(step.pause());
    }

    private List<Injected> injectAll(Step step) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Injected>();
            for (var injected : threads.invokeAll(step.faults().stream()
                    .<Callable<Injected>>map(timed -> () -> inject(timed))
                    .toList())) all.add(injected.get());
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Injected inject(Step.Timed timed) {
        var fault = timed.fault();
        Eventually.pause(timed.after());
        fault.actions().prepare().accept(context);
        timeline.mark(fault.name(), true);
        long fromMillis = System.currentTimeMillis();
        fault.actions().inject().accept(context);
        Eventually.pause(fault.duration());
        long removed = System.nanoTime();
        long toMillis = System.currentTimeMillis();
        fault.actions().remove().accept(context);
        timeline.mark(fault.name(), false);
        return new Injected(fault, fromMillis, toMillis, removed);
    }

    private void awaitRecovery(Step step) {
        holds(() -> {
            for (int restarted = context.cluster().supervise(); restarted > 0; restarted--)
                history.count("restarted, because not live");
            context.cluster().requireWhole();
            probe.requirePassed();
        });
        holds(() -> step.faults()
                .forEach(timed -> timed.fault().actions().requireRecovered().accept(context)));
    }

    private static void holds(Eventually.Assertion assertion) {
        Eventually.holds(RECOVERY_TIMEOUT, () -> {
            try {
                assertion.check();
            } catch (Exception | AssertionError notYet) {
                Eventually.pause(CHECK_PAUSE);
                throw notYet;
            }
        });
    }

    private Incident incident(Injected injected) {
        var fault = injected.fault;
        return new Incident(
                fault.name(),
                names(fault.withoutDatabase()),
                fault.nothingIsStored(),
                names(fault.impaired()),
                injected.fromMillis,
                injected.toMillis,
                System.currentTimeMillis());
    }

    private Set<String> names(Set<Target> targets) {
        return targets.stream()
                .map(target -> target.process(context.cluster()).toString())
                .collect(Collectors.toSet());
    }
}
