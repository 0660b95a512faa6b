package parley.web.file.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import parley.log.role.ServerRole;

/** Builds the configured storage. */
@ApplicationScoped
class StorageProducer {

    @Produces
    @Singleton
    FileStorage storage(StorageSettings settings) {
        return switch (settings.storage) {
            case "folder" -> folder(settings, ServerRole.configured());
            case "s3" -> S3Storage.of(settings);
            default ->
                throw new IllegalArgumentException(
                        "parley.files.storage: folder or s3 is needed, not " + settings.storage);
        };
    }

    /** Servers that are only chat nodes have data folders of their own, so theirs is not used. */
    private static FileStorage folder(StorageSettings settings, ServerRole role) {
        if (settings.folder.isPresent())
            return new FolderStorage(Path.of(settings.folder.get()).toAbsolutePath());
        return role == ServerRole.ALL
                ? new FolderStorage(Path.of(settings.data, "files").toAbsolutePath())
                : new NoStorage();
    }
}
