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
    void a_key_is_created_once_and_only_if_allowed() {
        var file = folder.resolve("below/key.pem");
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(file), false)).isInstanceOf(UncheckedIOException.class);
        var made = SigningKeyRing.load(List.of(file), true).signing();
        assertThat(SigningKeyRing.load(List.of(file), true).signing().id()).isEqualTo(made.id());
        assertThat(made.toString())
                .doesNotContain(made.secret().getPrivateExponent().toString());
    }

    @Test
    void only_its_owner_can_read_it_on_a_posix_file_system() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        var file = folder.resolve("key.pem");
        SigningKeyFile.make(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void no_posix_permissions_are_set_on_a_file_system_without_them() throws IOException {
        var archive = URI.create("jar:" + folder.resolve("other.zip").toUri());
        try (var other = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            var file = other.getPath("/key.pem");
            assertThat(file.getFileSystem().supportedFileAttributeViews()).doesNotContain("posix");
            assertThat(SigningKeyFile.ownersOnly(file)).isEmpty();
            Files.createFile(file, SigningKeyFile.ownersOnly(file));
        }
    }

    @Test
    void a_new_key_signs_and_tokens_of_the_old_one_stay_valid() {
        var old = folder.resolve("b-old.pem");
        SigningKeyFile.make(old);
        var session =
                new SessionClaims(new UserProfile(new UserId(7), "ada", "Ada"), "session-1", NOW, NOW.plusSeconds(60));
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
    void an_invalid_key_file_is_reported() throws IOException {
        var file = Files.writeString(folder.resolve("key.pem"), "no key");
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(file), true)).hasMessageContaining("holds no RSA key");
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> SigningKeyRing.load(List.of(empty), true)).hasMessageContaining("no signing key");
    }
}
