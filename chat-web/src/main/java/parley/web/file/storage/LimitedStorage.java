package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import parley.domain.identity.FileId;

/** A storage with a limit of calls at the same time. */
final class LimitedStorage implements FileStorage {

    private final FileStorage storage;
    private final CallLimit limit;

    LimitedStorage(FileStorage storage, int calls) {
        this.storage = storage;
        this.limit = new CallLimit(
                calls, "The storage of files is hung or too slow: as many calls as are allowed wait for it.");
    }

    @Override
    public boolean isConfigured() {
        return storage.isConfigured();
    }

    @Override
    public void check() throws IOException {
        limit.make(() -> {
            storage.check();
            return null;
        });
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
        limit.make(() -> {
            storage.store(object, contents);
            return null;
        });
    }

    /** What follows is at the speed of the client, and not counted. */
    @Override
    public InputStream read(FileObject object, long from, long length) throws IOException {
        return limit.make(() -> storage.read(object, from, length));
    }

    @Override
    public Optional<URI> link(FileObject object, String type, String disposition) {
        return storage.link(object, type, disposition);
    }

    @Override
    public void remove(FileId file) throws IOException {
        limit.make(() -> {
            storage.remove(file);
            return null;
        });
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        limit.make(() -> {
            storage.removeParts(file);
            return null;
        });
    }
}
