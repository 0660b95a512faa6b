package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "invite", description = "Create an invitation, with which one account can be registered.")
final class InviteCommand implements Callable<Integer> {

    @Option(names = "--username", paramLabel = "NAME", description = "The only username that it is valid for.")
    String username;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "72",
            description = "How long it is valid, 1 to 720. Default: ${DEFAULT-VALUE}.")
    int hours;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var wanted = Json.object().add("expiresInHours", hours);
        if (username != null) wanted.add("username", username);
        var invitation = server.operator().post("/api/admin/invitations", wanted.build());
        output.print(invitation, () -> invitation.getString("token"));
        output.note("Valid until " + invitation.getString("expiresAt") + ", for one registration.");
        return ExitCode.OK;
    }
}
