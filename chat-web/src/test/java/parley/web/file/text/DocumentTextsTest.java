package parley.web.file.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;
import parley.web.file.storage.FolderStorage;

class DocumentTextsTest {

    private static final AttachedFile PLAN = new AttachedFile(new FileId(4), "plan.txt", 9, "text/plain", null);
    private static final AttachedFile PICTURE = new AttachedFile(new FileId(5), "a.png", 9, "image/png", null);

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final Set<FileId> removed = new HashSet<>();
    private Switchable storage;
    private DocumentTexts texts;

    @BeforeEach
    void upload() throws IOException {
        storage = new Switchable(new FolderStorage(folder.resolve("files"), () -> false));
        storage.store(
                FileObject.content(PLAN.id()),
                Files.writeString(folder.resolve("plan"), "The boiler", StandardCharsets.UTF_8));
        texts = server();
    }

    @Test
    void a_text_is_read_once_and_given_to_all_servers_without_waiting() {
        texts.prepare(PLAN);
        assertThat(texts.ask(PLAN)).isEmpty();
        texts.extract();
        texts.load();
        assertThat(texts.ask(PLAN)).contains("The boiler");
        var other = server();
        assertThat(other.ask(PLAN)).isEmpty();
        other.load();
        assertThat(other.ask(PLAN)).contains("The boiler");
    }

    @Test
    void what_the_receiving_server_does_not_read_another_one_reads_later() {
        assertThat(texts.ask(PLAN)).isEmpty();
        texts.load();
        texts.extract();
        pass(Duration.ofSeconds(10));
        texts.load();
        texts.extract();
        assertThat(storage.has(FileObject.text(PLAN.id()))).isFalse();
        pass(Duration.ofSeconds(61));
        texts.load();
        texts.extract();
        pass(Duration.ofSeconds(3));
        texts.load();
        assertThat(texts.ask(PLAN)).contains("The boiler");
    }

    @Test
    void while_the_storage_is_down_nobody_waits_and_nothing_is_lost() {
        storage.isDown = true;
        texts.prepare(PLAN);
        texts.ask(PLAN);
        texts.extract();
        texts.load();
        assertThat(texts.ask(PLAN)).isEmpty();
        storage.isDown = false;
        pass(Duration.ofSeconds(3));
        texts.extract();
        texts.load();
        assertThat(texts.ask(PLAN)).contains("The boiler");
    }

    @Test
    void documents_that_never_get_a_text_leave_room_for_others() throws IOException {
        for (int id = 100; id < 1_100; id++)
            texts.ask(new AttachedFile(new FileId(id), "gone.txt", 9, "text/plain", null));
        pass(Duration.ofMinutes(6));
        texts.load();
        texts.ask(PLAN);
        storage.store(FileObject.text(PLAN.id()), folder.resolve("plan"));
        texts.load();
        assertThat(texts.ask(PLAN)).contains("The boiler");
    }

    @Test
    void a_document_whose_contents_are_lost_has_an_empty_text() throws IOException {
        storage.remove(PLAN.id());
        is_asked_for_longer_than_others_have();
        assertThat(texts.ask(PLAN)).contains("");
    }

    @Test
    void a_document_in_a_storage_that_is_not_there_is_not_taken_for_lost() throws IOException {
        storage.remove(PLAN.id());
        storage.cannotBeChecked = true;
        is_asked_for_longer_than_others_have();
        assertThat(texts.ask(PLAN)).isEmpty();
    }

    private void is_asked_for_longer_than_others_have() {
        texts.ask(PLAN);
        pass(Duration.ofSeconds(61));
        texts.load();
        texts.extract();
    }

    @Test
    void nothing_is_left_of_a_file_that_is_removed_meanwhile() {
        texts.prepare(PLAN);
        storage.afterStore = () -> removed.add(PLAN.id());
        texts.extract();
        assertThat(storage.has(FileObject.text(PLAN.id()))).isFalse();
        assertThat(storage.has(FileObject.content(PLAN.id()))).isFalse();
    }

    @Test
    void other_files_have_no_text() {
        assertThat(texts.ask(PICTURE)).contains("");
        assertThat(DocumentTexts.isDocument(PICTURE)).isFalse();
        var off = new DocumentTexts(
                storage, new TextExtraction(() -> "", 0, Duration.ZERO, 1), folder, id -> true, nanos::get);
        assertThat(off.ask(PLAN)).contains("");
    }

    private DocumentTexts server() {
        var extraction = new TextExtraction(() -> "", 1_000, Duration.ofSeconds(60), 64);
        return new DocumentTexts(
                storage, extraction, folder.resolve("temporary"), id -> !removed.contains(id), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** A storage that can be down. */
    private static final class Switchable implements FileStorage {

        private final FileStorage storage;
        private boolean isDown;
        private boolean cannotBeChecked;
        private Runnable afterStore = () -> {};

        Switchable(FileStorage storage) {
            this.storage = storage;
        }

        boolean has(FileObject object) {
            try (var in = storage.read(object, 0, 1)) {
                return in != null;
            } catch (NoSuchFileException none) {
                return false;
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }

        @Override
        public void check() throws IOException {
            if (isDown || cannotBeChecked) throw new IOException("down");
        }

        @Override
        public void store(FileObject object, Path contents) throws IOException {
            check();
            storage.store(object, contents);
            afterStore.run();
        }

        @Override
        public InputStream read(FileObject object, long from, long length) throws IOException {
            if (isDown) throw new IOException("down");
            return storage.read(object, from, length);
        }

        @Override
        public void remove(FileId file) throws IOException {
            check();
            storage.remove(file);
        }

        @Override
        public void removeParts(FileId file) throws IOException {
            check();
            storage.removeParts(file);
        }
    }
}
