package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.refusal.Refused;

class PartReaderTest {

    @TempDir
    Path folder;

    @Test
    void a_body_of_the_announced_length_is_written() throws IOException {
        var target = folder.resolve("part");
        PartReader.read(new ByteArrayInputStream("hello".getBytes()), 5, target, () -> 0);
        assertThat(target).hasContent("hello");
    }

    @Test
    void a_shorter_or_longer_body_is_refused_and_not_read_further() {
        assertThatThrownBy(() ->
                        PartReader.read(new ByteArrayInputStream(new byte[4]), 5, folder.resolve("short"), () -> 0))
                .isInstanceOf(Refused.class);
        var endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        var target = folder.resolve("long");
        assertThatThrownBy(() -> PartReader.read(endless, 5, target, () -> 0)).isInstanceOf(Refused.class);
        assertThat(target).satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
    }

    @Test
    void a_body_that_drips_is_not_read_to_its_end() {
        var seconds = new AtomicLong();
        var drips = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes) {
                seconds.addAndGet(9);
                return 1;
            }
        };
        assertThatThrownBy(() -> PartReader.read(
                        drips, 1_000, folder.resolve("slow"), () -> TimeUnit.SECONDS.toNanos(seconds.get())))
                .isInstanceOf(PartReader.TooSlow.class);
        assertThat(seconds.get()).isBetween(120L, 180L);
    }

    @Test
    void a_body_that_is_cut_off_is_refused() {
        var cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> PartReader.read(cut, 5, folder.resolve("cut"), () -> 0))
                .isInstanceOf(Refused.class);
    }
}
