package parley.web.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import parley.domain.identity.FileId;

/** Fails at once when too many calls wait for a storage, so that a hung one does not hold the threads of all requests. */
final class LimitedStorage implements FileStorage {

    private final FileStorage storage;
    private final Semaphore permits;

    LimitedStorage(FileStorage storage, int calls) {
        this.storage = storage;
        this.permits = new Semaphore(calls);
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws IOException;
    }

    private <T> T limited(Call<T> call) throws IOException {
        if (!permits.tryAcquire())
            throw new IOException(
                    "The storage of files is hung or too slow: as many calls as are allowed wait for it.");
        try {
            return call.make();
        } finally {
            permits.release();
        }
    }

    @Override
    public boolean isConfigured() {
        return storage.isConfigured();
    }

    @Override
    public void check() throws IOException {
        limited(() -> {
            storage.check();
            return null;
        });
    }

    @Override
    public void store(FileObject object, Path contents) throws IOException {
        limited(() -> {
            storage.store(object, contents);
            return null;
        });
    }

    /** What follows is at the speed of the client, and not counted. */
    @Override
    public InputStream read(FileObject object, long from, long length) throws IOException {
        return limited(() -> storage.read(object, from, length));
    }

    @Override
    public Optional<URI> link(FileObject object, String type, String disposition) {
        return storage.link(object, type, disposition);
    }

    @Override
    public void remove(FileId file) throws IOException {
        limited(() -> {
            storage.remove(file);
            return null;
        });
    }

    @Override
    public void removeParts(FileId file) throws IOException {
        limited(() -> {
            storage.removeParts(file);
            return null;
        });
    }
}
