package parley.cli.command;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import parley.cli.backup.Backup;
import parley.cli.backup.BackupVerification;
import parley.cli.backup.DatabaseTarget;
import parley.cli.backup.FileContents;
import parley.cli.config.SettingCatalog;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description =
                "Take a consistent backup of database and files while everything runs, with the positions in the log"
                        + " that belong to it. Connects with DB_HOST, DB_USER and the other settings of a node, and reads"
                        + " PARLEY_FILES_FOLDER; needs mysqldump or mariadb-dump.",
        subcommands = BackupCommand.Verify.class)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A folder that does not exist yet.")
    Path folder;

    @Option(
            names = "--binary-log",
            description =
                    "Also note the place in the binary log, for point-in-time recovery. The account needs RELOAD and"
                            + " REPLICATION CLIENT (MariaDB: BINLOG MONITOR).")
    boolean binaryLog;

    @Option(names = "--without-files", description = "Leave out the contents of files, to back them up in another way.")
    boolean withoutFiles;

    @Mixin
    ClientProgramOptions programs;

    @Mixin
    EnvironmentOptions environment;

    @Mixin
    OutputOptions output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (folder == null)
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required parameter: DIR");
        var variables = environment.variables();
        var settings = variables.settings(SettingCatalog.documented());
        var files = withoutFiles ? FileContents.leftOut() : FileContents.of(variables);
        var manifest = new Backup(DatabaseTarget.of(variables), files, settings, programs.folder(variables))
                .take(folder, Installed.version(), binaryLog);
        var faults = new BackupVerification(folder).faults();
        var result = Json.object().add("folder", folder.toString()).add("manifest", manifest);
        output.print(
                result.build(),
                () -> "%s: %d bytes in %.1f s, verified".formatted(folder, bytes(manifest), seconds(manifest)));
        switch (files.kind()) {
            case BUCKET -> output.note("The contents of files are in a bucket: back it up, too.");
            case NONE -> output.note("No folder of files is configured, so there are no contents of files.");
            case ARCHIVED, LEFT_OUT -> {}
        }
        faults.forEach(output::note);
        return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static long bytes(JsonObject manifest) {
        return manifest.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                .mapToLong(part -> Json.number(part, "bytes"))
                .sum();
    }

    private static double seconds(JsonObject manifest) {
        var began = Instant.parse(manifest.getString("beganAt"));
        return Duration.between(began, Instant.parse(manifest.getString("endedAt")))
                        .toMillis()
                / 1000.0;
    }

    @Command(
            name = "verify",
            description = "Read a whole backup and compare it with its manifest. Exit code 1 if it differs.")
    static final class Verify implements Callable<Integer> {

        @Parameters(paramLabel = "DIR")
        Path folder;

        @Mixin
        OutputOptions output;

        @Override
        public Integer call() throws IOException {
            var verification = new BackupVerification(folder);
            var faults = verification.faults();
            var items = Json.array();
            faults.forEach(items::add);
            var result = Json.object()
                    .add("folder", folder.toString())
                    .add("faults", items)
                    .add("manifest", verification.manifest());
            output.print(
                    result.build(),
                    () -> faults.isEmpty()
                            ? folder + " is complete; it began at "
                                    + verification.manifest().getString("beganAt")
                            : String.join("\n", faults));
            return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
