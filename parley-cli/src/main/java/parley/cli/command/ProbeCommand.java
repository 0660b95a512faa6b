package parley.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import parley.cli.rest.MetricsFile;
import parley.cli.rest.MetricsServer;
import parley.cli.rest.MetricsSink;
import parley.cli.rest.Probe;
import parley.cli.rest.ProbeMetrics;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "probe",
        description = "Let one account post a message and another receive it, and measure the time. Exit code 1 if it"
                + " does not arrive.")
final class ProbeCommand implements Callable<Integer> {

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "File with two lines username=password: who posts, and who receives. Default:"
                    + " PARLEY_PROBE_ACCOUNTS.")
    Path accounts;

    @Option(
            names = "--create",
            description =
                    "Register two accounts with an operator's invitations and write the file, if it does not exist.")
    boolean create;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "For each step. Default: ${DEFAULT-VALUE}.")
    int seconds;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Also write the result, or the failure, to this file for Prometheus' node exporter.")
    Path metrics;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description =
                    "Repeat the probe until the process is stopped. What fails is reported, and the next one follows;"
                            + " the file of accounts is read again each time.")
    Integer every;

    @Option(
            names = "--serve",
            paramLabel = "[HOST:]PORT",
            description = "With --every: serve the latest result, or failure, to Prometheus at /metrics. Default host:"
                    + " 127.0.0.1.")
    String serve;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() throws IOException {
        if (serve != null && every == null) throw CliFailure.usage("--serve needs --every");
        if (every != null && every < 1) throw CliFailure.usage("--every needs at least one second");
        var file = new ProbeAccounts(
                accounts != null
                        ? accounts
                        : Path.of(server.environment.variables().require("PARLEY_PROBE_ACCOUNTS")));
        if (create) file.createIfMissing(server, output);
        var probe = new Probe(server.anonymous(), Duration.ofSeconds(seconds));
        var sinks = new ArrayList<MetricsSink>();
        if (metrics != null) sinks.add(new MetricsFile(metrics));
        if (every == null) {
            print(run(probe, file, new ProbeMetrics(sinks)));
            return ExitCode.OK;
        }
        try (var served = serve == null ? null : MetricsServer.at(serve)) {
            if (served != null) sinks.add(served);
            throw repeat(probe, file, new ProbeMetrics(sinks));
        }
    }

    /** Returns why it has ended. */
    private CliFailure repeat(Probe probe, ProbeAccounts file, ProbeMetrics metrics) {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> attempt(probe, file, metrics), 0, every, TimeUnit.SECONDS)
                    .get();
            return CliFailure.failed("the probe has ended");
        } catch (ExecutionException e) {
            return CliFailure.failed("the probe has ended: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CliFailure.failed("interrupted", e);
        }
    }

    private void attempt(Probe probe, ProbeAccounts file, ProbeMetrics metrics) {
        try {
            print(run(probe, file, metrics));
        } catch (CliFailure e) {
            output.warn("parley: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without accounts there is no result: that is no failure of the installation. */
    private Probe.Result run(Probe probe, ProbeAccounts file, ProbeMetrics metrics) throws IOException {
        var both = file.read();
        try {
            var result = probe.run(both[0], both[1]);
            metrics.succeeded(result);
            return result;
        } catch (CliFailure e) {
            metrics.failed();
            throw e;
        }
    }

    private void print(Probe.Result result) {
        var json = Json.object()
                .add("conversation", result.conversation())
                .add("pos", result.pos())
                .add("signInMillis", result.signInMillis())
                .add("acknowledgedMillis", result.acknowledgedMillis())
                .add("deliveredMillis", result.deliveredMillis())
                .build();
        output.print(
                json,
                () -> "Delivered in %d ms (acknowledged in %d ms; both sign-ins took %d ms)."
                        .formatted(result.deliveredMillis(), result.acknowledgedMillis(), result.signInMillis()));
    }
}
