package parley.web.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.FileId;

class FolderStorageTest extends FileStorageContract {

    @TempDir
    Path root;

    @Override
    FileStorage storage() {
        return folder(root, false);
    }

    private static FolderStorage folder(Path at, boolean used) {
        return new FolderStorage(at, () -> used);
    }

    @Test
    void an_empty_folder_in_place_of_the_used_one_is_left_alone() throws IOException {
        var contents = Files.writeString(temporary.resolve("source"), "content");
        var file = new FileId(7);
        var storage = folder(root, true);
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                storage::check,
                () -> storage.store(FileObject.content(file), contents),
                () -> storage.remove(file),
                () -> storage.removeParts(file)))
            assertThatThrownBy(use).isInstanceOf(IOException.class).hasMessageContaining("mounted");
        assertThat(root).isEmptyDirectory();
        var missing = folder(root.resolve("missing"), true);
        assertThatThrownBy(() -> missing.store(FileObject.content(file), contents))
                .isInstanceOf(IOException.class);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void a_new_folder_is_used_from_the_first_check_on() throws IOException {
        folder(root.resolve("new"), false).check();
        folder(root.resolve("new"), true).check();
    }

    @Test
    void the_folder_of_an_earlier_version_is_used() throws IOException {
        Files.createDirectories(root.resolve("a7/4503599627370663"));
        folder(root, true).check();
        assertThat(root.resolve(FolderStorage.MARKER)).exists();
    }

    @Test
    void a_folder_whose_contents_are_lost_is_used_when_somebody_says_so() throws IOException {
        Files.createFile(root.resolve(FolderStorage.MARKER));
        folder(root, true).remove(new FileId(7));
    }

    @Test
    void a_store_that_fails_leaves_nothing() throws IOException {
        var file = new FileId(7);
        assertThatThrownBy(() -> storage().store(FileObject.content(file), root.resolve("missing")))
                .isInstanceOf(IOException.class);
        try (var left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(root.resolve(FolderStorage.MARKER));
        }
    }
}
