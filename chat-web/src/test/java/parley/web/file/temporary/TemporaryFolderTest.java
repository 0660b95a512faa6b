package parley.web.file.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.web.file.temporary.TemporaryFolder.Purpose;

class TemporaryFolderTest {

    /** No system has so many. */
    private static final long NO_PROCESS = 99_999_999_999L;

    private final Instant now = Instant.now();

    @TempDir
    Path parent;

    @Test
    void a_folder_goes_with_all_that_is_in_it() throws IOException {
        var folder = TemporaryFolder.in(parent.resolve("new"), Purpose.TEXT);
        Files.createDirectories(folder.path().resolve("a/b"));
        folder.close();
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void what_killed_processes_have_left_is_removed() throws IOException {
        var own = TemporaryFolder.in(parent, Purpose.EXTRACTOR).path();
        var left = Files.createDirectories(parent.resolve("parley-file-" + NO_PROCESS + "-1/part"))
                .getParent();
        var foreign = Files.createDirectory(parent.resolve("parley-data"));
        TemporaryFolder.removeLeft(parent, now);
        assertThat(own).doesNotExist();
        assertThat(left).as("it may be of another container").exists();
        TemporaryFolder.removeLeft(parent, now.plus(Duration.ofHours(2)));
        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void the_folders_of_running_processes_are_kept() throws IOException {
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        var running = Files.createDirectory(parent.resolve("parley-extractor-" + other + "-1"));
        TemporaryFolder.removeLeft(parent, now.plus(Duration.ofDays(2)));
        assertThat(running).exists();
    }
}
