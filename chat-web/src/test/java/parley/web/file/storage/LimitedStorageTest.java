package parley.web.file.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.FileId;

class LimitedStorageTest {

    private static final FileObject OBJECT = FileObject.content(new FileId(7));

    private final CountDownLatch hung = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private final FileStorage storage = new LimitedStorage(new Hung(), 2);

    @Test
    void more_calls_than_allowed_fail_at_once_until_others_end() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, 2)
                    .mapToObj(number -> CompletableFuture.runAsync(this::store, threads))
                    .toList();
            hung.await();
            assertThatThrownBy(() -> storage.store(OBJECT, null)).hasMessageContaining("hung");
            assertThatThrownBy(() -> storage.read(OBJECT, 0, 1)).hasMessageContaining("hung");
            assertThatThrownBy(() -> storage.remove(OBJECT.file())).hasMessageContaining("hung");
            assertThatThrownBy(storage::check).hasMessageContaining("hung");
            end.countDown();
            waiting.forEach(CompletableFuture::join);
        }
        assertThat(storage.read(OBJECT, 0, 1)).isEmpty();
    }

    private void store() {
        try {
            storage.store(OBJECT, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Hung implements FileStorage {

        @Override
        public void check() {}

        @Override
        public void store(FileObject object, Path contents) {
            hung.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public InputStream read(FileObject object, long from, long length) {
            return InputStream.nullInputStream();
        }

        @Override
        public void remove(FileId file) {}

        @Override
        public void removeParts(FileId file) {}
    }
}
