package parley.devservices.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

    @TempDir
    Path folder;

    @Test
    void a_password_is_read_from_a_file_and_not_printed() throws Exception {
        var file = Files.writeString(folder.resolve("password"), "s3cret_-X\n");
        assertThat(Password.read(file).text()).isEqualTo("s3cret_-X");
        assertThat(Options.of("--data", "/x", "--password-file", file.toString())
                        .toString())
                .doesNotContain("s3cret");
    }

    @Test
    void characters_that_are_special_in_sql_are_rejected() {
        assertThatThrownBy(() -> new Password("'; DROP TABLE message; --")).isInstanceOf(CannotStart.class);
    }

    @Test
    void a_missing_or_empty_file_is_reported_in_one_sentence() throws Exception {
        assertThatThrownBy(() -> Password.read(folder.resolve("none"))).hasMessageContaining("./mvnw");
        var empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Password.read(empty)).hasMessageContaining("holds no password");
    }

    @Test
    void only_the_owner_can_read_the_file() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        var file = Password.ownersFile(folder.resolve("init.sql"), "first");
        Password.ownersFile(file, "second");
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
