package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset-password",
        description = "Give a user a new password and end all of the user's sessions. It is a security event.")
final class ResetPasswordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USERNAME")
    String username;

    @Mixin
    NewPasswordOptions password;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var operator = server.operator();
        var user = UserLookup.require(operator, username);
        var chosen = password.password(username);
        operator.put(
                "/api/admin/users/" + user.get("id") + "/password",
                Json.object().add("password", chosen).build());
        var result = Json.object().add("id", user.get("id")).add("username", user.get("username"));
        if (!password.ask) result.add("password", chosen);
        output.print(
                result.build(),
                () -> "The password of " + username + " is changed, and the user is signed out everywhere."
                        + (password.ask ? "" : "\nNew password, which the user should change: " + chosen));
        return ExitCode.OK;
    }
}
