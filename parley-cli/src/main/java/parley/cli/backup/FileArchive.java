package parley.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import parley.cli.terminal.CliFailure;

/**
 * The contents of files, as a ZIP file. An object gets its name when it is complete and durable, before a row names it,
 * and never changes. So what is read after a snapshot of the database has every object of the snapshot, but those that
 * were removed in between because their messages were revoked.
 */
final class FileArchive {

    static final String FILE = "files.zip";

    /** Folder, file and object; names that begin with new- are not complete. */
    private static final Pattern OBJECT = Pattern.compile("[0-9a-f]{2}/[0-9]+/(?!new-)[a-z0-9-]+");

    /** How many objects, and of what size in all. */
    record Size(long objects, long bytes) {}

    private FileArchive() {}

    static Size write(Path folder, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        // Most are pictures and documents, which are compressed.
        zip.setLevel(Deflater.BEST_SPEED);
        var writer = new Writer(folder, zip);
        Files.walkFileTree(folder, writer);
        zip.finish();
        return new Size(writer.objects, writer.bytes);
    }

    private static final class Writer extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final ZipOutputStream zip;
        private long objects;
        private long bytes;

        Writer(Path folder, ZipOutputStream zip) {
            this.folder = folder;
            this.zip = zip;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = folder.relativize(file).toString().replace(java.io.File.separatorChar, '/');
            if (!OBJECT.matcher(name).matches()) return FileVisitResult.CONTINUE;
            try (var in = Files.newInputStream(file)) {
                zip.putNextEntry(new ZipEntry(name));
                bytes += in.transferTo(zip);
                zip.closeEntry();
                objects++;
            } catch (NoSuchFileException removed) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file or a folder that was removed in between. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw failed;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
            return failed == null ? FileVisitResult.CONTINUE : visitFileFailed(visited, failed);
        }
    }

    /** Writes the objects that the folder does not have. */
    static Size extract(Path archive, Path folder) throws IOException {
        long objects = 0;
        long bytes = 0;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FileContents.MARKER), "Restored by the parley command.\n");
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!OBJECT.matcher(entry.getName()).matches())
                    throw CliFailure.failed(archive + " has " + entry.getName() + ", which is no content of a file");
                var object = folder.resolve(entry.getName());
                objects++;
                bytes += Files.exists(object) ? Files.size(object) : write(zip, object);
            }
        }
        return new Size(objects, bytes);
    }

    private static long write(InputStream in, Path object) throws IOException {
        Files.createDirectories(object.getParent());
        var unfinished = object.resolveSibling("new-" + UUID.randomUUID());
        long bytes = Files.copy(in, unfinished);
        Files.move(unfinished, object, StandardCopyOption.ATOMIC_MOVE);
        return bytes;
    }
}
