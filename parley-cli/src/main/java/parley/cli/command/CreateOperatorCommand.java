package parley.cli.command;

import java.util.concurrent.Callable;
import parley.cli.rest.RestClient;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create-operator",
        description = "Create the account of an operator whose name is in PARLEY_OPERATORS of the nodes. Needs another"
                + " operator or, on the machine of a node, its signing key.")
final class CreateOperatorCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USERNAME")
    String username;

    @Option(names = "--display-name", paramLabel = "NAME", description = "Default: the username.")
    String displayName;

    @Mixin
    NewPasswordOptions password;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        var invitation = server.localAdministrator()
                .map(local -> local.invitation(username))
                .orElseGet(this::invitation);
        var chosen = password.password(username);
        var anonymous = server.anonymous();
        var user = anonymous.post(
                "/api/users",
                Json.object()
                        .add("username", username)
                        .add("password", chosen)
                        .add("displayName", displayName == null ? username : displayName)
                        .add("invitation", invitation)
                        .build());
        boolean isOperator = isOperator(anonymous, chosen);
        var result = Json.object()
                .add("id", user.get("id"))
                .add("username", user.get("username"))
                .add("operator", isOperator);
        if (!password.ask) result.add("password", chosen);
        output.print(
                result.build(),
                () -> "Created the account " + username + "." + (password.ask ? "" : " Password: " + chosen));
        if (isOperator) return ExitCode.OK;
        output.note("It is no operator until PARLEY_OPERATORS of the nodes names it.");
        return ExitCode.FAILED;
    }

    private String invitation() {
        var wanted =
                Json.object().add("username", username).add("expiresInHours", 1).build();
        return server.operator().post("/api/admin/invitations", wanted).getString("token");
    }

    private boolean isOperator(RestClient anonymous, String chosen) {
        var session = anonymous.post(
                "/api/session",
                Json.object().add("username", username).add("password", chosen).build());
        anonymous.as(session.getString("token")).delete("/api/session");
        return session.getBoolean("operator", false);
    }
}
