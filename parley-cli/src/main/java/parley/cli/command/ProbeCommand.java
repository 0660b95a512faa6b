package parley.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import parley.cli.rest.Probe;
import parley.cli.rest.Probe.Account;
import parley.cli.rest.ProbeMetrics;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.Secrets;
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

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() throws IOException {
        var file = accounts != null
                ? accounts
                : Path.of(server.environment.variables().require("PARLEY_PROBE_ACCOUNTS"));
        if (create && !Files.exists(file)) register(file);
        var both = read(file);
        var result = measure(both.getFirst(), both.getLast());
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
        return ExitCode.OK;
    }

    private Probe.Result measure(Account from, Account to) throws IOException {
        var probe = new Probe(server.anonymous(), Duration.ofSeconds(seconds));
        if (metrics == null) return probe.run(from, to);
        try {
            var result = probe.run(from, to);
            new ProbeMetrics(metrics).succeeded(result);
            return result;
        } catch (CliFailure e) {
            new ProbeMetrics(metrics).failed();
            throw e;
        }
    }

    private void register(Path file) throws IOException {
        var operator = server.operator();
        var anonymous = server.anonymous();
        var lines = new StringBuilder();
        for (int i = 1; i <= 2; i++) {
            var invitation = operator.post(
                    "/api/admin/invitations",
                    Json.object().add("expiresInHours", 1).build());
            var username = "probe."
                    + Secrets.generated().toLowerCase(java.util.Locale.ROOT).substring(0, 8) + "." + i;
            var password = Secrets.generated();
            anonymous.post(
                    "/api/users",
                    Json.object()
                            .add("username", username)
                            .add("password", password)
                            .add("displayName", "Probe " + i)
                            .add("invitation", invitation.getString("token"))
                            .build());
            lines.append(username).append('=').append(password).append('\n');
        }
        Secrets.write(file, lines.toString());
        output.note("Registered two accounts; their passwords are in " + file + ".");
    }

    private static List<Account> read(Path file) throws IOException {
        if (!Files.isReadable(file)) throw CliFailure.usage(file + " cannot be read; --create makes it");
        var both = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Account(parts[0].strip(), parts[1]))
                .toList();
        if (both.size() != 2) throw CliFailure.usage(file + " does not have two lines username=password");
        return both;
    }
}
