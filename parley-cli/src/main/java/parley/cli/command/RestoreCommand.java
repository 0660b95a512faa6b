package parley.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import parley.cli.backup.BackupVerification;
import parley.cli.backup.DatabaseTarget;
import parley.cli.backup.Restore;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.ExitCode;
import parley.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Fill an empty database, and the folder of files, from a backup. Afterwards a persister continues at the positions of the"
                        + " backup and reads from the log what came later. Connects with DB_USER, DB_PASSWORD and the other"
                        + " settings of a node; needs mysql or mariadb.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR")
    Path folder;

    @Option(
            names = "--database",
            required = true,
            paramLabel = "HOST:PORT/NAME",
            description = "An existing, empty database.")
    String database;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            description = "The folder of files: what the backup has and the folder has not is written to it.")
    Path files;

    @Option(
            names = "--lost-log",
            description =
                    "The log was lost, too: let the nodes publish memberships, groups, blocks and names again. The"
                            + " nodes then need a greater PARLEY_LOG_EPOCH.")
    boolean lostLog;

    @Mixin
    ClientProgramOptions programs;

    @Mixin
    EnvironmentOptions environment;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() throws IOException {
        var verification = new BackupVerification(folder);
        var faults = verification.faults();
        if (!faults.isEmpty()) throw CliFailure.failed("the backup is damaged: " + String.join("; ", faults));
        boolean hasFiles = Restore.hasFiles(folder);
        if (files != null && !hasFiles) throw CliFailure.usage(folder + " does not have the contents of files");
        var variables = environment.variables();
        var target = DatabaseTarget.of(database, variables);
        var restore = new Restore(target, programs.folder(variables));
        restore.requireEmpty();
        long began = System.nanoTime();
        // First, because it can be repeated.
        long objects = files == null ? 0 : Restore.files(folder, files);
        var positions = restore.run(folder);
        if (lostLog) restore.forgetLog();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        var result = Json.object()
                .add("database", target.toString())
                .add("millis", millis)
                .add("files", objects)
                .add("beganAt", verification.manifest().getString("beganAt"))
                .add("positions", verification.manifest().get("positions"));
        output.print(
                result.build(),
                () -> "Restored %d partitions into %s in %.1f s: what was stored before %s."
                        .formatted(
                                positions.size(),
                                target,
                                millis / 1000.0,
                                verification.manifest().getString("beganAt")));
        if (files != null) output.note(files + " has the " + objects + " contents of files of the backup.");
        else if (hasFiles) output.note("The contents of files were not restored: the option --files does that.");
        output.note(
                lostLog
                        ? "Start the nodes with this database and a greater PARLEY_LOG_EPOCH."
                        : "Start a persister with this database: it reads what came later from the log.");
        return ExitCode.OK;
    }
}
