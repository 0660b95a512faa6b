package parley.cli.command;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import parley.cli.rest.RestClient;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the persisters a command and waits for its result. */
final class CommandRun {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for the result; 0 returns at once. Default: ${DEFAULT-VALUE}.")
    int seconds;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    int give(JsonObject command) {
        var operator = server.operator();
        long id = Json.number(operator.post("/api/admin/commands", command), "id");
        if (seconds == 0) {
            output.print(Json.object().add("id", id).build(), () -> "Command " + id + ": see `parley commands`.");
            return ExitCode.OK;
        }
        var ended = await(operator, id);
        output.print(ended, () -> ended.getString("result", ended.getString("state")));
        return ended.getString("state").equals("done") ? ExitCode.OK : ExitCode.FAILED;
    }

    private JsonObject await(RestClient operator, long id) {
        var deadline = Instant.now().plusSeconds(seconds);
        while (true) {
            var status =
                    operator.get("/api/admin/commands").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                            .filter(command -> Json.number(command, "id") == id)
                            .findFirst();
            if (status.isPresent() && status.get().containsKey("endedAt")) return status.get();
            if (Instant.now().isAfter(deadline))
                throw CliFailure.failed("command " + id + " has not ended within " + seconds
                        + " s; is a persister running? `parley commands` shows it later");
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CliFailure.failed("interrupted; command " + id + " goes on", e);
            }
        }
    }
}
