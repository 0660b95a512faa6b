package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dead-letters",
        description = "List the records that could not be stored, without their contents. `parley replay` tries again.")
final class DeadLettersCommand implements Callable<Integer> {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "The newest N, at most 200. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var found = server.operator().get("/api/admin/dead-letters?limit=" + limit);
        var letters = found.getJsonArray("items").getValuesAs(JsonObject.class);
        output.print(found, () -> {
            if (letters.isEmpty()) return "There are no dead letters.";
            var table = TextTable.of("PARTITION", "EPOCH", "OFFSET", "CONVERSATION", "TIME", "REASON");
            for (var each : letters)
                table.row(
                        each.get("partition"),
                        each.get("epoch"),
                        each.get("offset"),
                        Json.text(each, "conv"),
                        Json.text(each, "ts"),
                        Json.text(each, "reason"));
            return table.toString();
        });
        if (found.getBoolean("more")) output.note("There are more.");
        return ExitCode.OK;
    }
}
