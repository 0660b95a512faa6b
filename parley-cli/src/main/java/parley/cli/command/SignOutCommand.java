package parley.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "sign-out", description = "End the session of `parley sign-in` and delete its token.")
final class SignOutCommand implements Callable<Integer> {

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() throws IOException {
        server.operator().delete("/api/session");
        Files.deleteIfExists(server.tokenPath());
        output.print(Json.object().add("signedOut", true).build(), () -> "Signed out.");
        return ExitCode.OK;
    }
}
