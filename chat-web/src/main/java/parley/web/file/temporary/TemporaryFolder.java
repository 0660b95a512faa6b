package parley.web.file.temporary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A folder for the files of one purpose. Its name has the number of the process, so that the next one can remove what a
 * killed one has left.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());

    private static final Pattern NAME = Pattern.compile("parley-(?:file|text|extractor)-([0-9]{1,18})-.*");
    private static final long PROCESS = ProcessHandle.current().pid();

    /** Processes of another container are not known here, and may have the same folder. */
    private static final Duration IN_USE = Duration.ofHours(1);

    /** The purposes, which are in the names. */
    public enum Purpose {
        FILE,
        TEXT,
        EXTRACTOR
    }

    public static TemporaryFolder in(Path parent, Purpose purpose) throws IOException {
        var prefix = "parley-" + purpose.name().toLowerCase(java.util.Locale.ROOT) + "-" + PROCESS + "-";
        return new TemporaryFolder(Files.createTempDirectory(Files.createDirectories(parent), prefix));
    }

    /** Removes what processes that were killed have left; to be called when this process has none yet. */
    public static void removeLeft(Path parent, Instant now) {
        if (!Files.isDirectory(parent)) return;
        try (var folders = Files.newDirectoryStream(parent, "parley-*")) {
            for (var folder : folders) if (isLeft(folder, now)) new TemporaryFolder(folder).close();
        } catch (IOException | UncheckedIOException failed) {
            LOG.log(System.Logger.Level.WARNING, "Old temporary folders in " + parent + " cannot be removed.", failed);
        }
    }

    private static boolean isLeft(Path folder, Instant now) throws IOException {
        var name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) return false;
        long process = Long.parseLong(name.group(1));
        if (process == PROCESS) return true;
        return ProcessHandle.of(process).isEmpty()
                && Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(IN_USE));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (NoSuchFileException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Another process has removed a temporary folder.", gone);
        }
    }
}
