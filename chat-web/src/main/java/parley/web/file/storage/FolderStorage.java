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
import parley.domain.identity.FileId;

/** A folder, which all nodes see under the same path. */
public final class FolderStorage implements FileStorage {

    /** Names of files that are still being written. */
    private static final String UNFINISHED = "new-";

    private final Path root;

    public FolderStorage(Path root) {
        this.root = root;
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
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
        var folder = root.resolve(FileObject.folder(file));
        remove(folder, path -> true);
        Files.deleteIfExists(folder);
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        remove(
                root.resolve(FileObject.folder(file)),
                path -> FileObject.isPart(path.getFileName().toString()));
    }

    private static void remove(Path folder, DirectoryStream.Filter<Path> which) throws IOException {
        try (var files = Files.newDirectoryStream(folder, which)) {
            for (var file : files) Files.deleteIfExists(file);
        } catch (NoSuchFileException nothing) {
            // Removed before.
        }
    }
}
