package parley.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which all nodes keep files. While it is away, a file is in its place, so that no one can make it again. */
public final class FileFolder {

    private final Path root;
    private final Path away;

    FileFolder(Path root) {
        this.root = root;
        this.away = root.resolveSibling(root.getFileName() + "-away");
    }

    public void takeAway() {
        try {
            Files.createDirectories(root);
            Files.move(root, away);
            Files.writeString(root, "not a folder");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Nothing if it is not away. */
    public void giveBack() {
        try {
            if (!Files.isDirectory(away)) return;
            Files.delete(root);
            Files.move(away, root);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
