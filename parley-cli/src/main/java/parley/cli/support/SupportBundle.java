package parley.cli.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import parley.cli.config.Redaction;

/** A zip file for a support case. Everything passes the redaction. */
public final class SupportBundle implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Redaction redaction;
    private final List<String> entries = new ArrayList<>();

    /** @param file which must not exist; only its owner can read it */
    public SupportBundle(Path file, Redaction redaction) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(Files.newOutputStream(file));
        this.redaction = redaction;
    }

    public void add(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(redaction.text(text).getBytes(UTF_8));
        zip.closeEntry();
        entries.add(name);
    }

    /** The last lines of a log. */
    public void addLog(String name, Path log, int lines) throws IOException {
        add(name, String.join("\n", LogFiles.tail(log, lines)) + "\n");
    }

    public List<String> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
