package parley.web.file.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.domain.file.boundary.Files;
import parley.domain.identity.FileId;
import parley.web.file.storage.FileStorage;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.runtime.ScheduledTask;

/**
 * Removes the contents of revoked, cancelled and unsent files. Every node does it: a row goes after the contents, so that
 * what one node has not finished another one does. It does nothing while the storage cannot be used.
 */
@ApplicationScoped
class FileCollector {

    private static final System.Logger LOG = System.getLogger(FileCollector.class.getName());

    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    /** A message whose record is a dead letter may still be stored; then its files are needed. */
    private static final Duration CLAIMED = Duration.ofDays(30);

    @Inject
    DatabaseGateway database;

    @Inject
    Files files;

    @Inject
    FileStorage storage;

    @Inject
    StorageState state;

    @Inject
    FileSettings settings;

    @Inject
    LogClock clock;

    @Produces
    ScheduledTask collection() {
        return ScheduledTask.blocking("removal of files", PERIOD, this::collect);
    }

    void collect() {
        if (!storage.isConfigured()) return;
        try {
            storage.check();
            var now = clock.instant();
            database.inBackground(() -> files.expire(now.minus(settings.keptUnsent()), now.minus(CLAIMED), AT_ONCE));
            var failed = new ArrayList<IOException>();
            each(database.inBackground(() -> files.removed(AT_ONCE)), this::remove, failed);
            each(database.inBackground(() -> files.withParts(AT_ONCE)), this::removeParts, failed);
            if (!failed.isEmpty()) throw failed.getFirst();
            state.works();
        } catch (DatabaseUnavailable down) {
            LOG.log(System.Logger.Level.DEBUG, "Files are removed when the database is back.", down);
        } catch (IOException failed) {
            state.failed(failed);
        }
    }

    private interface Removal {
        void run(FileId id) throws IOException;
    }

    /** One file that cannot be removed does not keep the others. */
    private static void each(List<FileId> ids, Removal removal, List<IOException> failed) {
        for (var id : ids) {
            try {
                removal.run(id);
            } catch (IOException kept) {
                failed.add(kept);
            }
        }
    }

    private void remove(FileId id) throws IOException {
        storage.remove(id);
        database.inBackground(() -> {
            files.forget(id);
            return null;
        });
    }

    private void removeParts(FileId id) throws IOException {
        storage.removeParts(id);
        database.inBackground(() -> {
            files.forgetParts(id);
            return null;
        });
    }
}
