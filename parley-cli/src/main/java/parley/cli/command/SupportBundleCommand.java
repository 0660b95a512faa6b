package parley.cli.command;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import parley.cli.config.Fingerprint;
import parley.cli.config.Redaction;
import parley.cli.config.SettingCatalog;
import parley.cli.config.Variables;
import parley.cli.rest.RestClient;
import parley.cli.support.LogFiles;
import parley.cli.support.SupportBundle;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "support-bundle",
        description =
                "Write a zip file for a support case: versions, redacted settings, health, metrics and the ends of"
                        + " logs. It has no secrets and no messages. What does not answer is left out and named.")
final class SupportBundleCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: parley-support-TIME.zip here.")
    Path file;

    @Option(
            names = "--log",
            paramLabel = "LOG",
            description = "Log files or folders; can be repeated. Default: LOG_DIR.")
    List<Path> logs = new ArrayList<>();

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many of the last lines of each log. Default: ${DEFAULT-VALUE}.")
    int lines;

    @Option(
            names = "--management",
            paramLabel = "URL",
            description = "Where /health and /metrics are. Default: in production mode the management port of this"
                    + " machine, otherwise --url.")
    String management;

    @Mixin
    ServerOptions server;

    @Mixin
    OutputOptions output;

    private final List<String> missing = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        var variables = server.environment.variables();
        var target = file != null ? file : Path.of("parley-support-" + STAMP.format(Instant.now()) + ".zip");
        if (Files.exists(target)) throw CliFailure.usage(target + " exists");
        var catalog = SettingCatalog.documented();
        var settings = variables.settings(catalog);
        List<String> entries;
        // Also what is no setting of Parley, such as a token in the environment.
        try (var bundle = new SupportBundle(target, Redaction.of(variables.everything(catalog)))) {
            bundle.add("versions.json", Json.pretty(versions()));
            bundle.add("configuration.json", Json.pretty(configuration(settings)));
            addHealth(bundle, variables);
            addCommands(bundle);
            addLogs(bundle, variables);
            bundle.add("missing.txt", String.join("\n", missing) + "\n");
            entries = bundle.entries();
        }
        var result = Json.object().add("file", target.toString());
        var items = Json.array();
        entries.forEach(items::add);
        var absent = Json.array();
        missing.forEach(absent::add);
        output.print(
                result.add("entries", items).add("missing", absent).build(),
                () -> target + ": " + String.join(", ", entries)
                        + (missing.isEmpty() ? "" : "\nMissing: " + String.join("; ", missing)));
        return ExitCode.OK;
    }

    private static JsonObject versions() throws IOException {
        return Json.object()
                .add("parley", Installed.version())
                .add("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))
                .add(
                        "system",
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch"))
                .add("processors", Runtime.getRuntime().availableProcessors())
                .add("madeAt", Instant.now().toString())
                .build();
    }

    private static JsonObject configuration(java.util.Map<String, String> settings) {
        var shown = Json.object();
        Redaction.of(settings).settings(settings).forEach(shown::add);
        return Json.object()
                .add("fingerprint", Fingerprint.of(settings))
                .add("settings", shown)
                .build();
    }

    private void addHealth(SupportBundle bundle, Variables variables) throws IOException {
        var client = new RestClient(management(variables), null);
        for (var which : List.of("started", "live", "ready"))
            addAnswer(bundle, client, "/health/" + which, "health-" + which + ".json");
        addAnswer(bundle, client, "/metrics", "metrics.txt");
    }

    private URI management(Variables variables) {
        if (management != null) return URI.create(management);
        if (!variables.get("PARLEY_PRODUCTION", "false").equals("true")) return server.base();
        var host = variables.get("MANAGEMENT_HOST", "127.0.0.1");
        return URI.create(
                "http://" + (host.equals("*") ? "127.0.0.1" : host) + ":" + variables.port("MANAGEMENT_PORT", 9090));
    }

    private void addAnswer(SupportBundle bundle, RestClient client, String path, String name) throws IOException {
        try {
            var answer = client.raw(path);
            boolean isHealth = path.startsWith("/health");
            // Health answers 503 with details while something is wrong.
            if (answer.statusCode() == 200 || isHealth && answer.statusCode() == 503) bundle.add(name, answer.body());
            else missing.add(name + ": answered with " + answer.statusCode());
        } catch (CliFailure failed) {
            missing.add(name + ": " + failed.getMessage());
        }
    }

    private void addCommands(SupportBundle bundle) throws IOException {
        try {
            bundle.add("commands.json", Json.pretty(server.operator().get("/api/admin/commands")));
        } catch (CliFailure failed) {
            missing.add("commands.json: " + failed.getMessage());
        }
    }

    private void addLogs(SupportBundle bundle, Variables variables) throws IOException {
        var places = logs.isEmpty() ? LogFiles.folders(variables) : logs;
        if (places.isEmpty()) missing.add("logs: neither --log nor LOG_DIR says where they are");
        int number = 0;
        for (var log : LogFiles.in(places))
            bundle.addLog("logs/%02d-%s".formatted(++number, log.getFileName()), log, lines);
    }
}
