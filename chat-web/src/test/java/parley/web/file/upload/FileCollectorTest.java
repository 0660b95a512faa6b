package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.web.file.storage.FileObject;
import parley.web.file.storage.FileStorage;
import parley.web.platform.clock.LogClock;

class FileCollectorTest {

    private static final UserId ADA = new UserId(1);
    private static final FileId STUCK = new FileId(1);
    private static final FileId OTHER = new FileId(2);
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    private final FilesInMemory files = new FilesInMemory();
    private final List<FileId> gone = new ArrayList<>();
    private final FileCollector collector = new FileCollector();

    @Test
    void a_file_that_cannot_be_removed_does_not_keep_the_others() {
        for (var id : List.of(STUCK, OTHER)) {
            files.begin(id, ADA, new AnnouncedFile("a.txt", 1, null), NOW, 10);
            files.remove(id, ADA);
        }
        collector.database = new DatabaseInMemory();
        collector.files = files;
        collector.storage = new Sticky();
        collector.state = new StorageState();
        collector.settings = new FileSettings();
        collector.clock = new LogClock() {
            @Override
            public Instant instant() {
                return NOW;
            }
        };
        collector.collect();
        assertThat(gone).containsExactly(OTHER);
        assertThat(files.removed(10)).containsExactly(STUCK);
        assertThat(collector.state.fault()).contains("stuck");
    }

    private final class Sticky implements FileStorage {

        @Override
        public void check() {}

        @Override
        public void store(FileObject object, Path contents) {}

        @Override
        public InputStream read(FileObject object, long from, long length) {
            return InputStream.nullInputStream();
        }

        @Override
        public void remove(FileId file) throws IOException {
            if (file.equals(STUCK)) throw new IOException("stuck");
            gone.add(file);
        }

        @Override
        public void removeParts(FileId file) {}
    }
}
