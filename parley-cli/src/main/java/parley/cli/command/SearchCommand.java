package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = "The search index of the server at --url. Each server can have an index of its own.",
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

    @Command(name = "status", description = "Show whether messages can be searched; exit code 1 if not.")
    static final class Status implements Callable<Integer> {

        @Mixin
        ServerOptions server;

        @Mixin
        OutputOptions output;

        @Override
        public Integer call() {
            var state = server.operator().get("/api/admin/search");
            boolean isUp = Json.text(state, "state").equals("up");
            output.print(
                    state,
                    () -> "%s %s messages, %s records behind, %s s"
                            .formatted(
                                    isUp ? "Up:" : Json.text(state, "reason"),
                                    state.get("documents"),
                                    state.get("missing"),
                                    state.get("lagSeconds")));
            return isUp ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    @Command(
            name = "rebuild",
            description = "Build the index again from the database and the log. Until it is done, searches at this"
                    + " server get 503.")
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
                    () -> "The build begins; `parley search status` shows its progress.");
            return ExitCode.OK;
        }
    }
}
