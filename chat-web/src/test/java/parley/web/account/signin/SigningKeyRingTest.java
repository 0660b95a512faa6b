package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

class SigningKeyRingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_only_where_that_is_allowed() {
        var file = folder.resolve("below/key.pem");
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(file), false)).isInstanceOf(UncheckedIOException.class);
        var made = SigningKeyRing.load(List.of(file), true).signing();
        assertThat(SigningKeyRing.load(List.of(file), true).signing().id()).isEqualTo(made.id());
        assertThat(made.toString())
                .doesNotContain(made.secret().getPrivateExponent().toString());
    }

    @Test
    void only_its_owner_can_read_it_where_the_file_system_knows_owners() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        var file = folder.resolve("key.pem");
        SigningKeyFile.make(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_system_without_posix_permissions_as_that_of_windows_is_asked_for_none() throws IOException {
        var archive = URI.create("jar:" + folder.resolve("other.zip").toUri());
        try (var other = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            var file = other.getPath("/key.pem");
            assertThat(file.getFileSystem().supportedFileAttributeViews()).doesNotContain("posix");
            assertThat(SigningKeyFile.ownersOnly(file)).isEmpty();
            Files.createFile(file, SigningKeyFile.ownersOnly(file));
        }
    }

    @Test
    void a_new_key_signs_and_what_the_old_one_signed_stays_valid() {
        var old = folder.resolve("b-old.pem");
        SigningKeyFile.make(old);
        var session = new SessionClaims(new UserProfile(new UserId(7), "ada", "Ada"), "session-1", NOW.plusSeconds(60));
        var before = new SessionTokenFormat(SigningKeyRing.load(List.of(old), false), "parley").write(session, NOW);
        SigningKeyFile.make(folder.resolve("a-new.pem"));

        var rotated = SigningKeyRing.load(List.of(folder), false);
        assertThat(rotated.keys()).hasSize(2);
        assertThat(rotated.signing().id())
                .isNotEqualTo(SigningKeyRing.load(List.of(old), false).signing().id());
        var format = new SessionTokenFormat(rotated, "parley");
        assertThat(format.read(before, NOW)).contains(session);
        assertThat(format.read(format.write(session, NOW), NOW)).contains(session);
        assertThat(new SessionTokenFormat(SigningKeyRing.load(List.of(old), false), "parley")
                        .read(format.write(session, NOW), NOW))
                .isEmpty();
    }

    @Test
    void what_is_no_key_is_told() throws IOException {
        var file = Files.writeString(folder.resolve("key.pem"), "no key");
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(file), true)).hasMessageContaining("holds no RSA key");
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(empty), true)).hasMessageContaining("no signing key");
    }
}
