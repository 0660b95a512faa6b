package parley.cli.backup;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import parley.cli.terminal.CliFailure;

/** Reads a whole backup: every part is as it was written, and the dump is complete and has the positions of the manifest. */
public final class BackupVerification {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Manifest manifest;

    /** @throws CliFailure if the folder is no complete backup */
    public BackupVerification(Path folder) {
        this.folder = folder;
        this.manifest = Manifest.read(folder);
    }

    /** What is wrong, each in a sentence. */
    public List<String> faults() throws IOException {
        var faults = new ArrayList<String>();
        for (var part : manifest.parts()) {
            var fault = fault(part);
            if (fault != null) faults.add(fault);
        }
        for (var needed : needed())
            if (manifest.parts().stream().noneMatch(part -> part.file().equals(needed)))
                faults.add(needed + " is not in the manifest");
        if (faults.isEmpty()) checkDump(faults);
        return faults;
    }

    private List<String> needed() {
        return manifest.files() == FileContents.Kind.ARCHIVED
                ? List.of(Backup.DUMP, Backup.CONFIGURATION, FileArchive.FILE)
                : List.of(Backup.DUMP, Backup.CONFIGURATION);
    }

    public JsonObject manifest() {
        return manifest.json();
    }

    private String fault(Manifest.Part part) throws IOException {
        var file = folder.resolve(part.file());
        if (!file.getParent().equals(folder)) return part.file() + " is outside of the backup";
        if (!Files.isRegularFile(file)) return part.file() + " is missing";
        if (Files.size(file) != part.bytes())
            return part.file() + " has " + Files.size(file) + " bytes, not " + part.bytes();
        var digest = Checksum.begin();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(part.sha256())
                ? null
                : part.file() + " was changed: its checksum differs";
    }

    private void checkDump(List<String> faults) {
        var scanner = new DumpScanner();
        try (InputStream dump = new GZIPInputStream(Files.newInputStream(folder.resolve(Backup.DUMP)), BUFFER)) {
            var buffer = new byte[BUFFER];
            for (int read = dump.read(buffer); read >= 0; read = dump.read(buffer)) scanner.accept(buffer, read);
        } catch (IOException e) {
            faults.add(Backup.DUMP + " cannot be read: " + e.getMessage());
            return;
        }
        if (!scanner.isComplete()) faults.add("the dump has no last line");
        if (!scanner.positions().equals(manifest.positions()))
            faults.add("the dump has other positions in the log than the manifest");
    }
}
