package parley.web.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.FileId;

class FolderStorageTest extends FileStorageContract {

    @TempDir
    Path root;

    @Override
    FileStorage storage() {
        return new FolderStorage(root);
    }

    @Test
    void a_store_that_fails_leaves_nothing() throws IOException {
        var file = new FileId(7);
        assertThatThrownBy(() -> storage().store(FileObject.content(file), root.resolve("missing")))
                .isInstanceOf(IOException.class);
        try (var left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
