package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "dead-letters",
        description = "List the records that could not be stored, without their contents. `parley replay` tries again.")
final class DeadLettersCommand implements Callable<Integer> {

    @Mixin
    PageOptions pages;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var found = pages.all(server.operator(), "/api/admin/dead-letters?");
        output.print(found.json(), () -> {
            if (found.items().isEmpty()) return "There are no dead letters.";
            var table = TextTable.of("PARTITION", "EPOCH", "OFFSET", "POS", "CONVERSATION", "SENDER", "TIME");
            for (var each : found.items().getValuesAs(JsonObject.class))
                table.row(
                        each.get("partition"),
                        each.get("epoch"),
                        each.get("offset"),
                        each.get("pos"),
                        Json.text(each, "conv"),
                        Json.text(each, "from"),
                        Json.text(each, "ts"));
            return table.toString();
        });
        if (found.hasMore()) output.note("There are more: use --limit.");
        return ExitCode.OK;
    }
}
