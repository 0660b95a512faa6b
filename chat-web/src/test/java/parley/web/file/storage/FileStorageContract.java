package parley.web.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.FileId;

/** What every storage does. */
abstract class FileStorageContract {

    private static final FileId FILE = new FileId(4_503_599_627_370_497L);
    private static final FileId OTHER = new FileId(4_503_599_627_370_753L);

    @TempDir
    Path temporary;

    abstract FileStorage storage();

    @Test
    void what_was_stored_is_read_whole_and_in_ranges() throws IOException {
        store(FileObject.content(FILE), "0123456789");
        assertThat(read(FileObject.content(FILE), 0, Long.MAX_VALUE)).isEqualTo("0123456789");
        assertThat(read(FileObject.content(FILE), 2, 3)).isEqualTo("234");
        assertThat(read(FileObject.content(FILE), 7, 100)).isEqualTo("789");
    }

    @Test
    void an_object_is_replaced() throws IOException {
        store(FileObject.content(FILE), "the first one");
        store(FileObject.content(FILE), "second");
        assertThat(read(FileObject.content(FILE), 0, Long.MAX_VALUE)).isEqualTo("second");
    }

    @Test
    void what_is_not_there_is_not_read() {
        assertThatThrownBy(() -> read(FileObject.thumbnail(FILE), 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void all_objects_of_a_file_are_removed_and_no_others() throws IOException {
        store(FileObject.content(FILE), "content");
        store(FileObject.part(FILE, 7), "part");
        store(FileObject.content(OTHER), "of another file");
        storage().remove(FILE);
        assertThatThrownBy(() -> read(FileObject.content(FILE), 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> read(FileObject.part(FILE, 7), 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThat(read(FileObject.content(OTHER), 0, 100)).isEqualTo("of another file");
        storage().remove(FILE);
    }

    @Test
    void parts_are_removed_and_the_content_stays() throws IOException {
        store(FileObject.content(FILE), "content");
        store(FileObject.part(FILE, 7), "part");
        storage().removeParts(FILE);
        assertThatThrownBy(() -> read(FileObject.part(FILE, 7), 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThat(read(FileObject.content(FILE), 0, 100)).isEqualTo("content");
        storage().removeParts(OTHER);
    }

    private void store(FileObject object, String text) throws IOException {
        storage().store(object, Files.writeString(temporary.resolve("source"), text));
    }

    private String read(FileObject object, long from, long length) throws IOException {
        try (var in = storage().read(object, from, length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
