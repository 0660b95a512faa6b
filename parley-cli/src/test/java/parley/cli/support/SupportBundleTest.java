package parley.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.config.Redaction;

class SupportBundleTest {

    @TempDir
    Path folder;

    @Test
    void only_the_ends_of_logs_are_in_it_and_no_secrets() throws IOException {
        var log = Files.writeString(folder.resolve("messages.log"), "first\nsecond with secret-word\nthird\n");
        var file = folder.resolve("bundle.zip");
        try (var bundle = new SupportBundle(file, Redaction.of(Map.of("DB_PASSWORD", "secret-word")))) {
            bundle.addLog("logs/messages.log", log, 2);
            assertThat(bundle.entries()).containsExactly("logs/messages.log");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var zip = new ZipFile(file.toFile())) {
            var text = new String(
                    zip.getInputStream(zip.getEntry("logs/messages.log")).readAllBytes());
            assertThat(text).isEqualTo("second with [redacted]\nthird\n");
        }
    }
}
