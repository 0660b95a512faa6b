package parley.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.cli.config.Variables;
import parley.cli.key.InstallationKey;
import parley.cli.key.LocalAdministrator;
import parley.cli.rest.RestClient;
import parley.cli.terminal.CliFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which node a command talks to, and as whom. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the installation. Default: PARLEY_URL, or the node on this machine"
                    + " (http://127.0.0.1:HTTP_PORT).")
    String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with the operator's token. Default: PARLEY_OPERATOR_TOKEN_FILE, or what `parley sign-in`"
                            + " writes. PARLEY_OPERATOR_TOKEN is the token itself.")
    Path tokenFile;

    @Option(
            names = "--as",
            paramLabel = "USERNAME",
            description = "Without a token, on the machine of a node whose signing key this process can read: the"
                    + " operator to act as. Default: the first of PARLEY_OPERATORS.")
    String operator;

    @Mixin
    EnvironmentOptions environment;

    RestClient operator() {
        var token = token();
        if (token != null) return new RestClient(base(), token);
        var variables = environment.variables();
        var names = variables.find("PARLEY_OPERATORS").map(all -> all.split(",")[0].strip());
        var name = Optional.ofNullable(operator).or(() -> names);
        var local = localAdministrator();
        if (name.isEmpty() || local.isEmpty()) return new RestClient(base(), null);
        var refused = "the node refused %s with the key %s: is the name in its PARLEY_OPERATORS, has it an account"
                + " (`parley create-operator %s`), and is this the key of the node?";
        return new RestClient(
                base(),
                local.get().as(name.get()),
                refused.formatted(name.get(), local.get().key().file(), name.get()));
    }

    /** Only without a token, and only for the node on this machine: nothing that its key signed goes anywhere else. */
    Optional<LocalAdministrator> localAdministrator() {
        var variables = environment.variables();
        if (token() != null || url != null || variables.find("PARLEY_URL").isPresent()) return Optional.empty();
        return InstallationKey.find(variables)
                .map(key -> new LocalAdministrator(key, variables.get("PARLEY_TOKEN_AUDIENCE", "parley")));
    }

    RestClient anonymous() {
        return new RestClient(base(), null);
    }

    URI base() {
        var variables = environment.variables();
        var address = url != null ? url : variables.find("PARLEY_URL").orElse(local(variables));
        try {
            var base = URI.create(address);
            if (base.getHost() != null && ("http".equals(base.getScheme()) || "https".equals(base.getScheme())))
                return base;
        } catch (IllegalArgumentException notValid) {
            // reported below
        }
        throw CliFailure.usage("not the address of an installation: " + address);
    }

    private static String local(Variables variables) {
        var host = variables.get("HTTP_HOST", "127.0.0.1");
        var root = variables.get("PARLEY_CONTEXT_ROOT", "/");
        return "http://" + (host.equals("*") ? "127.0.0.1" : host) + ":" + variables.port("HTTP_PORT", 9080)
                + (root.equals("/") ? "" : root);
    }

    Path tokenPath() {
        if (tokenFile != null) return tokenFile;
        var variables = environment.variables();
        return variables
                .find("PARLEY_OPERATOR_TOKEN_FILE")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config", "parley", "token"));
    }

    /** Null if there is none. */
    private String token() {
        Optional<String> given =
                tokenFile == null ? environment.variables().find("PARLEY_OPERATOR_TOKEN") : Optional.empty();
        if (given.isPresent()) return given.get().strip();
        var file = tokenPath();
        if (!Files.exists(file)) {
            if (tokenFile != null) throw CliFailure.usage(file + " does not exist");
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw CliFailure.failed(file + " cannot be read", e);
        }
    }
}
