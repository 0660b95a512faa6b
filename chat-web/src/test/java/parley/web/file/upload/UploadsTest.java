package parley.web.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.FileView;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.file.picture.Pictures;
import parley.web.file.storage.CallLimit;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FolderStorage;
import parley.web.platform.digest.Sha256;

class UploadsTest {

    private static final UserId ADA = new UserId(1);

    @TempDir
    Path folder;

    private final FilesInMemory files = new FilesInMemory();
    private FolderStorage storage;
    private Uploads uploads;

    @BeforeEach
    void open() {
        storage = new FolderStorage(folder.resolve("files"), () -> false);
        var settings = new FileSettings();
        settings.maxBytes = 1_000;
        settings.unsent = 10;
        settings.temporaryFolder = Optional.of(folder.toString());
        var preparation = new FilePreparation(
                VirusScanner.NONE,
                (content, name) -> name.endsWith(".png") ? "image/png" : "text/plain",
                new AllowedTypes(List.of("*/*")),
                new Pictures(1_000_000, new CallLimit(1, "busy")),
                storage);
        var rows = new FileRecords(new DatabaseInMemory(), files);
        uploads = new Uploads(
                settings,
                preparation,
                storage,
                rows,
                complete -> {},
                () -> Instant.parse("2026-03-01T10:15:30Z"),
                new Random(1));
    }

    @Test
    void a_late_part_does_not_replace_contents_that_are_complete() throws IOException {
        var id = begin("abc", null).id();
        var late = new LateBody("xyz", () -> part(id, null, body("abc")));
        assertThat(part(id, null, late).isComplete()).isTrue();
        assertThat(content(id)).isEqualTo("abc");
    }

    @Test
    void a_late_last_part_does_not_replace_contents_that_are_complete() throws IOException {
        var id = begin("abcdef", null).id();
        part(id, "bytes 0-2/6", body("abc"));
        var late = new LateBody("xyz", () -> part(id, "bytes 3-5/6", body("def")));
        assertThat(part(id, "bytes 3-5/6", late).isComplete()).isTrue();
        assertThat(content(id)).isEqualTo("abcdef");
    }

    @Test
    void what_was_uploaded_first_is_what_the_file_has() throws IOException {
        var id = begin("abc", null).id();
        files.expect(id, Sha256.of("abc"));
        assertThatThrownBy(() -> part(id, null, body("xyz")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.CONFLICT));
        assertThat(part(id, null, body("abc")).isComplete()).isTrue();
        assertThat(content(id)).isEqualTo("abc");
    }

    @Test
    void contents_that_differ_from_the_announced_ones_are_refused() throws IOException {
        var id = begin("abc", Sha256.of("abc")).id();
        assertThatThrownBy(() -> part(id, null, body("abd"))).isInstanceOf(Refused.class);
        assertThat(uploads.status(id, ADA).isComplete()).isFalse();
        assertThat(part(id, null, body("abc")).isComplete()).isTrue();
        assertThat(content(id)).isEqualTo("abc");
    }

    @Test
    void what_is_named_like_a_picture_and_is_none_is_an_unknown_file() {
        var id = uploads.begin(ADA, new AnnouncedFile("a.png", 3, null)).id();
        assertThat(part(id, null, body("abc")).attached().type()).isEqualTo("application/octet-stream");
    }

    @Test
    void nothing_is_left_of_a_part_whose_file_is_removed_meanwhile() {
        var id = begin("abcdef", null).id();
        var late = new LateBody("abc", () -> {
            files.remove(id, ADA);
            files.forget(id);
        });
        assertThatThrownBy(() -> part(id, "bytes 0-2/6", late)).isInstanceOf(Refused.class);
        assertThat(folder(id)).doesNotExist();
    }

    @Test
    void nothing_is_left_of_a_part_that_arrives_after_the_file_is_complete() {
        var id = begin("abcdef", null).id();
        var late = new LateBody("abc", () -> part(id, null, body("abcdef")));
        assertThat(part(id, "bytes 0-2/6", late).isComplete()).isTrue();
        assertThat(folder(id)).isDirectoryNotContaining("glob:**/part-*");
    }

    private Path folder(FileId id) {
        return folder.resolve("files/%02x/%d".formatted(id.value() & 0xff, id.value()));
    }

    private FileView begin(String content, byte[] sha256) {
        return uploads.begin(ADA, new AnnouncedFile("notes.txt", content.length(), sha256));
    }

    private FileView part(FileId id, String range, InputStream body) {
        return uploads.receive(id, ADA, range, body);
    }

    private String content(FileId id) throws IOException {
        try (var in = storage.read(FileObject.content(id), 0, 100)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Something happens before its first byte arrives. */
    private static final class LateBody extends ByteArrayInputStream {

        private Runnable before;

        LateBody(String text, Runnable before) {
            super(text.getBytes(UTF_8));
            this.before = before;
        }

        @Override
        public int read(byte[] bytes) throws IOException {
            var once = before;
            before = null;
            if (once != null) once.run();
            return super.read(bytes);
        }
    }
}
