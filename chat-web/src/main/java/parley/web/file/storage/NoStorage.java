package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import parley.domain.identity.FileId;

/** For nodes that share no storage: what one of them stored would be missing on the others. */
final class NoStorage implements FileStorage {

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public void check() throws IOException {
        throw missing();
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
        throw missing();
    }

    @Override
    public InputStream read(FileObject object, long from, long length) throws IOException {
        throw missing();
    }

    @Override
    public void remove(FileId file) throws IOException {
        throw missing();
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        throw missing();
    }

    private static IOException missing() {
        return new IOException("no storage for files is configured: set parley.files.folder or parley.files.storage");
    }
}
