package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "conversations",
        description = "List conversations with their sizes. Shows no messages, no members, and titles of public groups"
                + " only.")
final class ConversationsCommand implements Callable<Integer> {

    @Mixin
    PageOptions pages;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var found = pages.all(server.operator(), "/api/admin/conversations?");
        output.print(found.json(), () -> {
            var table =
                    TextTable.of("ID", "KIND", "VISIBILITY", "MEMBERS", "MESSAGES", "CREATED", "LAST MESSAGE", "TITLE");
            for (var each : found.items().getValuesAs(JsonObject.class))
                table.row(
                        each.get("id"),
                        Json.text(each, "kind"),
                        Json.text(each, "visibility") + (each.getBoolean("archived", false) ? ", archived" : ""),
                        each.get("memberCount"),
                        each.get("messages"),
                        Json.text(each, "createdAt"),
                        Json.text(each, "lastAt"),
                        Json.text(each, "title"));
            return table.toString();
        });
        if (found.hasMore()) output.note("There are more: use --limit.");
        return ExitCode.OK;
    }
}
