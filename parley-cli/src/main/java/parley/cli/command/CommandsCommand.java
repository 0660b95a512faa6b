package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "commands", description = "List the latest operator commands (replay, repair) with their results.")
final class CommandsCommand implements Callable<Integer> {

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var commands = server.operator().get("/api/admin/commands");
        output.print(commands, () -> {
            var table = TextTable.of("ID", "KIND", "PARTITION", "BY", "AT", "STATE", "RESULT");
            for (var each : commands.getJsonArray("items").getValuesAs(JsonObject.class))
                table.row(
                        each.get("id"),
                        Json.text(each, "kind"),
                        Json.text(each, "partition"),
                        Json.text(each, "by"),
                        Json.text(each, "at"),
                        Json.text(each, "state"),
                        each.containsKey("result") ? Json.text(each, "result") : Json.text(each, "progress"));
            return table.toString();
        });
        return ExitCode.OK;
    }
}
