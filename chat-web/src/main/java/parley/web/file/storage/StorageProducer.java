package parley.web.file.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Builds the configured storage. */
@ApplicationScoped
class StorageProducer {

    @Produces
    @Singleton
    FileStorage storage(StorageSettings settings) {
        return switch (settings.storage) {
            case "folder" -> new FolderStorage(Path.of(settings.folder).toAbsolutePath());
            case "s3" -> S3Storage.of(settings);
            default ->
                throw new IllegalArgumentException(
                        "parley.files.storage: folder or s3 is needed, not " + settings.storage);
        };
    }
}
