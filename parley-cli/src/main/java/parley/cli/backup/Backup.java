package parley.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import parley.cli.config.Fingerprint;
import parley.cli.config.Redaction;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

/**
 * Takes a backup while everything runs. The dump is one snapshot of the database, including the positions in the log, so
 * after a restore a persister continues exactly where the snapshot ends. The contents of files are read after it.
 */
public final class Backup {

    static final String DUMP = "database.sql.gz";
    static final String CONFIGURATION = "configuration.json";
    private static final int BUFFER = 1 << 16;

    private final DatabaseTarget database;
    private final Map<String, String> settings;
    private final ClientProgram program;
    private final FileContents files;
    private final List<Manifest.Part> parts = new ArrayList<>();
    private final DumpScanner scanner = new DumpScanner();

    /** @param programs the folder of mysqldump or mariadb-dump; null for the PATH */
    public Backup(DatabaseTarget database, FileContents files, Map<String, String> settings, Path programs) {
        this.files = files;
        this.database = database;
        this.settings = settings;
        this.program = ClientProgram.dump(programs);
    }

    /**
     * @param target a folder that does not exist; it appears when the backup is complete
     * @param withBinaryLog whether the place in the binary log is noted, which needs more rights
     * @return the manifest
     */
    public JsonObject take(Path target, String parleyVersion, boolean withBinaryLog) throws IOException {
        if (Files.exists(target)) throw CliFailure.usage(target + " exists");
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        if (Files.exists(partial)) throw CliFailure.usage(partial + " is left of a backup that failed: delete it");
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.createDirectory(
                partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var began = Instant.now();
        write(partial, DUMP, out -> dump(out, withBinaryLog));
        if (!scanner.isComplete()) throw CliFailure.failed("the dump is incomplete: it has no last line");
        // After the snapshot: what it names is in the folder then.
        if (files.kind() == FileContents.Kind.ARCHIVED)
            write(partial, FileArchive.FILE, out -> FileArchive.write(files.folder(), out));
        write(partial, CONFIGURATION, out -> out.write(configuration().getBytes(UTF_8)));
        var manifest = new Manifest(
                        began.toString(),
                        Instant.now().toString(),
                        parleyVersion,
                        database.toString(),
                        scanner.serverVersion(),
                        scanner.binaryLog(),
                        Fingerprint.of(settings),
                        files.kind(),
                        scanner.positions(),
                        parts)
                .json();
        Files.writeString(partial.resolve(Manifest.FILE), Json.pretty(manifest) + "\n");
        Files.move(partial, target);
        return manifest;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void write(Path folder, String name, Content content) throws IOException {
        var file = folder.resolve(name);
        var digest = Checksum.begin();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.to(out);
        }
        parts.add(new Manifest.Part(name, Files.size(file), HexFormat.of().formatHex(digest.digest())));
    }

    private void dump(OutputStream out, boolean withBinaryLog) throws IOException {
        try (var compressed = new GZIPOutputStream(out, BUFFER)) {
            program.run(database, arguments(withBinaryLog), process -> copy(process.getInputStream(), compressed));
        }
    }

    private List<String> arguments(boolean withBinaryLog) {
        var arguments = new ArrayList<>(List.of(
                "--single-transaction",
                "--quick",
                "--skip-lock-tables",
                "--skip-add-locks",
                "--hex-blob",
                "--complete-insert",
                "--no-tablespaces",
                "--triggers",
                "--comments"));
        if (!program.isMariaDb()) arguments.addAll(List.of("--set-gtid-purged=OFF", "--loose-column-statistics=0"));
        if (withBinaryLog) arguments.add(program.isMariaDb() ? "--master-data=2" : "--source-data=2");
        arguments.add(database.name());
        return arguments;
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            scanner.accept(buffer, read);
            to.write(buffer, 0, read);
        }
    }

    private String configuration() {
        var shown = Json.object();
        Redaction.of(settings).settings(settings).forEach(shown::add);
        return Json.pretty(Json.object()
                        .add("fingerprint", Fingerprint.of(settings))
                        .add("settings", shown)
                        .build())
                + "\n";
    }
}
