package parley.web.file.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import parley.domain.file.boundary.FileQueries;
import parley.log.role.ServerRole;
import parley.web.platform.database.DatabaseGateway;

/** Builds the configured storage. */
@ApplicationScoped
class StorageProducer {

    @Produces
    @Singleton
    FileStorage storage(StorageSettings settings, DatabaseGateway database, FileQueries files) {
        var storage = switch (settings.storage) {
            case "folder" -> folder(settings, ServerRole.configured(), () -> database.needed(files::areStored));
            case "s3" -> S3Storage.of(settings);
            default ->
                throw new IllegalArgumentException(
                        "parley.files.storage: folder or s3 is needed, not " + settings.storage);
        };
        return new LimitedStorage(storage, settings.calls);
    }

    /** Servers that are only chat nodes have data folders of their own, so theirs is not used. */
    private static FileStorage folder(StorageSettings settings, ServerRole role, BooleanSupplier used) {
        if (settings.folder.isPresent())
            return new FolderStorage(Path.of(settings.folder.get()).toAbsolutePath(), used);
        return role == ServerRole.ALL
                ? new FolderStorage(Path.of(settings.data, "files").toAbsolutePath(), used)
                : new NoStorage();
    }
}
