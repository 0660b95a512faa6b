package parley.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import parley.cli.rest.Probe.Account;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;
import parley.cli.terminal.Secrets;

/** The file with the two accounts of the probe: lines username=password, first who posts, then who receives. */
record ProbeAccounts(Path file) {

    Account[] read() throws IOException {
        if (!Files.isReadable(file)) throw CliFailure.usage(file + " cannot be read; --create makes it");
        List<Account> both = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Account(parts[0].strip(), parts[1]))
                .toList();
        if (both.size() != 2) throw CliFailure.usage(file + " does not have two lines username=password");
        return both.toArray(Account[]::new);
    }

    /** Registers two accounts and writes the file, if it does not exist. */
    void createIfMissing(ServerOptions server, OutputOptions output) throws IOException {
        if (Files.exists(file)) return;
        var operator = server.operator();
        var anonymous = server.anonymous();
        var lines = new StringBuilder();
        for (int i = 1; i <= 2; i++) {
            var invitation = operator.post(
                    "/api/admin/invitations",
                    Json.object().add("expiresInHours", 1).build());
            var username =
                    "probe." + Secrets.generated().toLowerCase(Locale.ROOT).substring(0, 8) + "." + i;
            var password = Secrets.generated();
            anonymous.post(
                    "/api/users",
                    Json.object()
                            .add("username", username)
                            .add("password", password)
                            .add("displayName", "Probe " + i)
                            .add("invitation", invitation.getString("token"))
                            .build());
            lines.append(username).append('=').append(password).append('\n');
        }
        Secrets.write(file, lines.toString());
        output.note("Registered two accounts; their passwords are in " + file + ".");
    }
}
