package parley.faults.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import parley.faults.report.Phases;
import parley.faults.report.RunReport;
import parley.faults.report.RunResult;
import parley.faults.report.Timeline;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** The run of one seed: load, faults, check and report. */
final class SeededRun {

    private static final System.Logger LOG = System.getLogger(SeededRun.class.getName());
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(600);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final long seed;
    private final Form form;
    private final History history = new History();
    private final Phases phases = new Phases();

    SeededRun(long seed, Form form) {
        this.seed = seed;
        this.form = form;
    }

    /** @param reports the folder of the reports */
    Verdict run(FaultsCluster cluster, Path reports) {
        phases.begin("start of the cluster");
        cluster.install(form.firstRelease());
        cluster.repair();
        var chatNodes = nodes(cluster.chats());
        phases.begin("users, conversations and connections");
        try (var observer = new RunObserver(chatNodes);
                var clients = ClientPool.gather(chatNodes, form.clients(), history, seed);
                var timeline = new Timeline(chatNodes, nodes(cluster.persisters()), history)
                        .looking(
                                cluster.rows()::nextOffsets, () -> cluster.log().ends(Log.MESSAGES))) {
            var context = new FaultContext(cluster, clients, form.clients().devices(), observer.floods());
            var probe = new RecoveryProbe(cluster, form.clients().extras() > 0);
            var injector = new FaultInjector(context, probe, timeline, observer, history);
            phases.begin("warm-up");
            timeline.start();
            clients.start();
            observer.start();
            Eventually.pause(WARM_UP);
            phases.begin("faults");
            try {
                form.steps(seed, possible(context)).forEach(injector::inject);
            } catch (AssertionError aborted) {
                RunReport.writeUnfinished(reports, seed, observer.during());
                throw aborted;
            }
            phases.begin("until all requests are answered");
            awaitMessages();
            observer.check(history);
            clients.stop();
            phases.begin("until all clients show the same");
            clients.settle();
            phases.begin("until everything is stored");
            var reader = new EvidenceReader(cluster.log(), cluster.rows());
            reader.awaitStored(STORE_TIMEOUT);
            phases.begin("until all files are read");
            clients.checkFiles(cluster.files()::holds);
            phases.begin("reading of pages, log and rows");
            var pages = clients.pages();
            var evidence = reader.read(pages, clients.state());
            phases.begin("until everything is found");
            clients.checkSearch(pages);
            phases.begin("check");
            var verdict = Model.check(history, evidence);
            phases.end();
            RunReport.write(
                    reports,
                    RunResult.of(
                            seed,
                            command(),
                            form.clients(),
                            history,
                            verdict,
                            timeline,
                            injector.recoveries(),
                            observer.during(),
                            phases));
            return verdict;
        }
    }

    private static List<Node> nodes(List<ServerUnderTest> servers) {
        return servers.stream().map(ServerUnderTest::node).toList();
    }

    String command() {
        return "./mvnw verify -Pfaults -Dfaults.form=%s -Dfaults.seed=%d -Dfaults.extras=%d"
                .formatted(form.name().toLowerCase(), seed, form.clients().extras());
    }

    private Predicate<Fault> possible(FaultContext context) {
        var only = Pattern.compile(System.getProperty("faults.only", "."));
        return fault -> {
            if (!only.matcher(fault.name()).find()) return false;
            var missing = fault.actions().missing().apply(context);
            if (missing == null) return true;
            LOG.log(System.Logger.Level.WARNING, "Left out, {0}: {1}", fault.name(), missing);
            history.count("left out, " + fault.name() + ": " + missing);
            return false;
        };
    }

    private void awaitMessages() {
        var limit =
                Duration.ofSeconds(60 + 10 * form.messages() / form.clients().messagesPerSecond());
        Eventually.holds(limit, () -> {
            if (history.acknowledged() < form.messages())
                throw new AssertionError(history.acknowledged() + " are acknowledged");
        });
    }
}
