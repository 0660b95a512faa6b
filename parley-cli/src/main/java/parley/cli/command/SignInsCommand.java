package parley.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import parley.cli.audit.SecurityEventReader;
import parley.cli.support.LogFiles;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign-ins",
        description = "List security events of the logs of nodes: sign-ins unless --event says otherwise. Needs no"
                + " token, but access to the logs.")
final class SignInsCommand implements Callable<Integer> {

    private static final List<String> OWN_COLUMNS = List.of("time", "event", "outcome", "username", "address");

    @Parameters(
            paramLabel = "LOG",
            arity = "0..*",
            description = "Log files, or folders with messages.log; - for standard input, such as the output of"
                    + " journalctl. Default: LOG_DIR.")
    List<Path> logs = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            defaultValue = "sign_in",
            description = "Such as sign_in, registration, password_reset; all for every event. Default:"
                    + " ${DEFAULT-VALUE}.")
    String event;

    @Option(names = "--username", paramLabel = "NAME", description = "Only events of this user.")
    String username;

    @Option(names = "--outcome", paramLabel = "NAME", description = "Such as failed.")
    String outcome;

    @Option(names = "--since", paramLabel = "TIME", description = "Such as 2026-03-01T10:00:00Z.")
    String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The last N; 0 for all. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Mixin
    EnvironmentOptions environment;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var first = first();
        var found = new ArrayDeque<JsonObject>();
        read(line -> SecurityEventReader.read(line)
                .filter(each -> isWanted(each, first))
                .ifPresent(each -> {
                    if (limit > 0 && found.size() == limit) found.removeFirst();
                    found.add(each);
                }));
        var items = Json.array();
        found.forEach(items::add);
        output.print(Json.object().add("items", items).build(), () -> text(found));
        return ExitCode.OK;
    }

    private Instant first() {
        try {
            return since == null ? Instant.MIN : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw CliFailure.usage("--since: not a time such as 2026-03-01T10:00:00Z: " + since);
        }
    }

    private void read(Consumer<String> taker) {
        if (logs.equals(List.of(Path.of("-")))) {
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines().forEach(taker);
            return;
        }
        var places = logs.isEmpty() ? LogFiles.folders(environment.variables()) : logs;
        if (places.isEmpty()) throw CliFailure.usage("where are the logs? Name files or folders, or set LOG_DIR");
        LogFiles.in(places).forEach(file -> LogFiles.lines(file, taker));
    }

    private boolean isWanted(JsonObject each, Instant first) {
        if (!event.equals("all") && !event.equals(each.getString("event"))) return false;
        if (username != null && !username.equalsIgnoreCase(each.getString("username", ""))) return false;
        if (outcome != null && !outcome.equals(each.getString("outcome", ""))) return false;
        // A node that does not know the time yet leaves it out.
        return first.equals(Instant.MIN)
                || each.containsKey("time")
                        && !Instant.parse(each.getString("time")).isBefore(first);
    }

    private static String text(Iterable<JsonObject> events) {
        var table = TextTable.of("TIME", "EVENT", "OUTCOME", "USERNAME", "ADDRESS", "DETAILS");
        for (var each : events) {
            var details = each.keySet().stream()
                    .filter(field -> !OWN_COLUMNS.contains(field))
                    .map(field -> field + "=" + Json.text(each, field))
                    .toList();
            table.row(
                    Json.text(each, "time"),
                    Json.text(each, "event"),
                    Json.text(each, "outcome"),
                    Json.text(each, "username"),
                    Json.text(each, "address"),
                    String.join(" ", details));
        }
        return table.toString();
    }
}
