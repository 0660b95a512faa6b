package parley.cli.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import parley.cli.terminal.CliFailure;

/** Fills an empty database, and the folder of files, from a backup. */
public final class Restore {

    /** MariaDB's dumps begin with a line that programs of MySQL and earlier ones of MariaDB do not understand. */
    private static final String SANDBOX = "/*M!999999\\- enable the sandbox mode */";

    private final DatabaseTarget target;
    private final ClientProgram program;

    /** @param programs the folder of mysql or mariadb; null for the PATH */
    public Restore(DatabaseTarget target, Path programs) {
        this.target = target;
        this.program = ClientProgram.client(programs);
    }

    /** Fails unless the database exists and has no tables. */
    public void requireEmpty() {
        var tables = program.query(target, "SHOW TABLES");
        if (!tables.isEmpty())
            throw CliFailure.refused(target + " has " + tables.size()
                    + " tables; restore into an empty database, and stop the nodes that use it");
    }

    /** @param backup a verified backup */
    public List<PartitionPosition> run(Path backup) {
        program.run(target, List.of(target.name()), process -> {
            try (var dump = opened(backup.resolve(Backup.DUMP));
                    var in = process.getOutputStream()) {
                dump.transferTo(in);
            }
        });
        var restored = positions();
        if (!restored.equals(Manifest.read(backup).positions()))
            throw CliFailure.failed("the restored database has other positions in the log than the backup");
        leaveIdsOut();
        return restored;
    }

    /**
     * Writes the contents of files that are missing in a folder.
     *
     * @return how many objects of the backup are in the folder now
     */
    public static long files(Path backup, Path folder) throws IOException {
        return FileArchive.extract(backup.resolve(FileArchive.FILE), folder).objects();
    }

    /** Whether a backup has the contents of files. */
    public static boolean hasFiles(Path backup) {
        return Manifest.read(backup).files() == FileContents.Kind.ARCHIVED;
    }

    private void leaveIdsOut() {
        for (var row : program.query(target, IdGap.TABLES)) {
            var table = row.getFirst();
            program.query(target, IdGap.statement(table, program.query(target, "SHOW CREATE TABLE `" + table + "`")));
        }
    }

    /**
     * Lets the nodes publish again what they know only from the log: who is a member where, the groups and the names.
     * For a log that was lost with all its topics.
     */
    public void forgetLog() {
        program.query(target, String.join("; ", LostLog.STATEMENTS));
    }

    private List<PartitionPosition> positions() {
        var sql = "SELECT log_partition, topic_id, epoch, next_offset FROM log_position ORDER BY log_partition";
        return program.query(target, sql).stream()
                .map(row -> new PartitionPosition(
                        Integer.parseInt(row.get(0)),
                        row.get(1),
                        Integer.parseInt(row.get(2)),
                        Long.parseLong(row.get(3))))
                .toList();
    }

    private static InputStream opened(Path dump) throws IOException {
        var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(dump)), 1 << 16);
        in.mark(SANDBOX.length());
        var first = new String(in.readNBytes(SANDBOX.length()), java.nio.charset.StandardCharsets.US_ASCII);
        // The rest of the line is a comment or empty.
        if (!first.equals(SANDBOX)) in.reset();
        return in;
    }
}
