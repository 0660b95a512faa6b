package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.refusal.Refused;

class PartReaderTest {

    @TempDir
    Path folder;

    @Test
    void a_body_of_the_announced_length_is_written() throws IOException {
        var target = folder.resolve("part");
        PartReader.read(new ByteArrayInputStream("hello".getBytes()), 5, target);
        assertThat(target).hasContent("hello");
    }

    @Test
    void a_shorter_or_longer_body_is_refused_and_not_read_further() {
        assertThatThrownBy(() -> PartReader.read(new ByteArrayInputStream(new byte[4]), 5, folder.resolve("short")))
                .isInstanceOf(Refused.class);
        var endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        var target = folder.resolve("long");
        assertThatThrownBy(() -> PartReader.read(endless, 5, target)).isInstanceOf(Refused.class);
        assertThat(target).satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
    }

    @Test
    void a_body_that_is_cut_off_is_refused() {
        var cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> PartReader.read(cut, 5, folder.resolve("cut"))).isInstanceOf(Refused.class);
    }
}
