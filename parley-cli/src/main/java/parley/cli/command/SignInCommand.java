package parley.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import parley.cli.terminal.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign-in",
        description =
                "Sign in as an operator and keep the token in a file for the other commands. The password is typed,"
                        + " or the first line of standard input.")
final class SignInCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USERNAME")
    String username;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() throws IOException {
        var client = server.anonymous();
        var password = Secrets.ask("Password of " + username);
        var session = client.post(
                "/api/session",
                Json.object()
                        .add("username", username)
                        .add("password", password)
                        .build());
        if (!session.getBoolean("operator", false)) {
            client.as(session.getString("token")).delete("/api/session");
            throw CliFailure.refused(username + " is no operator: add the name to PARLEY_OPERATORS of the nodes");
        }
        var file = server.tokenPath();
        Secrets.write(file, session.getString("token") + "\n");
        var result = Json.object()
                .add("username", username)
                .add("expiresAt", session.getString("expiresAt"))
                .add("tokenFile", file.toString())
                .build();
        output.print(
                result, () -> "Signed in until " + session.getString("expiresAt") + ". The token is in " + file + ".");
        return ExitCode.OK;
    }
}
