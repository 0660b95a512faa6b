package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.rest.RestClient;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "users", description = "List users, or search for them by any part of their names.")
final class UsersCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WORDS", arity = "0..1", description = "Words of the username or the display name.")
    String words = "";

    @Mixin
    PageOptions pages;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var search = words.isBlank() ? "/api/users?" : "/api/users?q=" + RestClient.encoded(words);
        var found = pages.all(server.operator(), search);
        output.print(found.json(), () -> {
            var table = TextTable.of("ID", "USERNAME", "DISPLAY NAME");
            for (var user : found.items().getValuesAs(JsonObject.class))
                table.row(user.get("id"), Json.text(user, "username"), Json.text(user, "displayName"));
            return table.toString();
        });
        if (found.hasMore()) output.note("There are more: use --limit.");
        return ExitCode.OK;
    }
}
