package parley.cli.command;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = "The search indexes of all servers.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SearchCommand.Status.class, SearchCommand.Rebuild.class})
final class SearchCommand implements Runnable {

    @Spec
    CommandSpec spec;

    /** Without a command. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "status", description = "Show whether messages can be searched on each server; exit code 1 if not.")
    static final class Status implements Callable<Integer> {

        @Mixin
        ServerOptions server;

        @Mixin
        OutputOptions output;

        @Override
        public Integer call() {
            var state = server.operator().get("/api/admin/search");
            var nodes = state.getJsonArray("nodes").getValuesAs(JsonObject.class);
            output.print(state, () -> {
                if (nodes.isEmpty()) return "No server has reported a search index lately.";
                var table = TextTable.of("SERVER", "STATE", "MESSAGES", "RECORDS BEHIND", "BUILT AT", "REASON");
                for (var each : nodes)
                    table.row(
                            Json.text(each, "node"),
                            Json.text(each, "state"),
                            each.get("documents"),
                            each.get("missing"),
                            Json.text(each, "builtAt"),
                            Json.text(each, "reason"));
                return table.toString();
            });
            boolean isUp = isUp(state) && nodes.stream().allMatch(Status::isUp);
            return isUp ? ExitCode.OK : ExitCode.FAILED;
        }

        private static boolean isUp(JsonObject index) {
            return Json.text(index, "state").equals("up");
        }
    }

    @Command(
            name = "rebuild",
            description = "Build the index of every server again from the database and the log. Until it is done,"
                    + " searches at that server get 503.")
    static final class Rebuild implements Callable<Integer> {

        @Mixin
        ServerOptions server;

        @Mixin
        OutputOptions output;

        @Override
        public Integer call() {
            server.operator().post("/api/admin/search/rebuild", null);
            output.print(
                    Json.object().add("accepted", true).build(),
                    () -> "The builds begin; `parley search status` shows their progress.");
            return ExitCode.OK;
        }
    }
}
