package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import parley.domain.identity.FileId;

/**
 * A folder, which all nodes see under the same path. A hidden file in it says that it is the one: a network folder that is
 * not mounted is an empty folder, in which nothing may be stored, and whose files must not be taken for removed.
 */
public final class FolderStorage implements FileStorage {

    /** Created with the first use of a new folder. The command line has the same name. */
    static final String MARKER = ".parley-files";

    private static final String NOTE =
            "Parley stores the contents of files in this folder, and only while this file is in it.\n";

    /** Names of files that are still being written. */
    private static final String UNFINISHED = "new-";

    private final Path root;
    private final Path marker;
    private final BooleanSupplier used;

    /** @param used whether contents were stored before, so that the folder cannot be a new one */
    public FolderStorage(Path root, BooleanSupplier used) {
        this.root = root;
        this.marker = root.resolve(MARKER);
        this.used = used;
    }

    @Override
    public void check() throws IOException {
        if (Files.exists(marker)) return;
        if (!hasContents() && used.getAsBoolean())
            throw new IOException(
                    ("%s is not the folder in which files were stored, because %s is not in it. Is its file"
                                    + " system mounted? If the contents are lost or were moved, create that file.")
                            .formatted(root, MARKER));
        Files.createDirectories(root);
        Files.writeString(marker, NOTE);
        force(marker, StandardOpenOption.WRITE);
        force(root, StandardOpenOption.READ);
    }

    /** As the folder of an earlier version, which had no such file, or a restored one. */
    private boolean hasContents() throws IOException {
        if (!Files.isDirectory(root)) return false;
        try (var folders = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            return folders.iterator().hasNext();
        }
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
        check();
        var folder = root.resolve(FileObject.folder(object.file()));
        Files.createDirectories(folder);
        var unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Files.copy(contents, unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, folder.resolve(object.name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        // The entries of the folders must survive a power failure, too.
        force(folder, StandardOpenOption.READ);
        force(folder.getParent(), StandardOpenOption.READ);
        force(root, StandardOpenOption.READ);
        requireSame();
    }

    /** It may have been unmounted in the meantime. */
    private void requireSame() throws IOException {
        if (!Files.exists(marker)) throw new IOException(root + " has just been unmounted or replaced");
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream read(FileObject object, long from, long length) throws IOException {
        var channel = FileChannel.open(root.resolve(object.key()), StandardOpenOption.READ);
        try {
            channel.position(from);
            return new LimitedStream(Channels.newInputStream(channel), length);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void remove(FileId file) throws IOException {
        check();
        var folder = root.resolve(FileObject.folder(file));
        remove(folder, path -> true);
        Files.deleteIfExists(folder);
        requireSame();
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        check();
        remove(
                root.resolve(FileObject.folder(file)),
                path -> FileObject.isPart(path.getFileName().toString()));
        requireSame();
    }

    private static void remove(Path folder, DirectoryStream.Filter<Path> which) throws IOException {
        try (var files = Files.newDirectoryStream(folder, which)) {
            for (var file : files) Files.deleteIfExists(file);
        } catch (NoSuchFileException nothing) {
            // Removed before.
        }
    }
}
