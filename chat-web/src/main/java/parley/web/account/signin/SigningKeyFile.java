package parley.web.account.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Creates the installation's first signing key if it has none. */
final class SigningKeyFile {

    private static final System.Logger LOG = System.getLogger(SigningKeyFile.class.getName());
    private static final int BITS = 2_048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKeyFile() {}

    /**
     * Writes the key under a temporary name and links it, so that nodes that start at the same time all use the same
     * key.
     */
    static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), "key", ".new", ownersOnly(file));
            try {
                Files.writeString(draft, BEGIN + "\n" + newKey() + "\n" + END + "\n");
                Files.createLink(file, draft);
                LOG.log(System.Logger.Level.INFO, "A signing key was created in {0}; all nodes need this file.", file);
            } catch (FileAlreadyExistsException another) {
                LOG.log(System.Logger.Level.INFO, "Another node created the signing key {0}; it is used.", file);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The signing key " + file + " cannot be created.", failed);
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException("This Java platform cannot generate RSA keys.", none);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        var maker = KeyPairGenerator.getInstance(SigningKey.ALGORITHM);
        maker.initialize(BITS);
        return Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
    }

    /** Windows has no POSIX permissions; there the file inherits those of its folder in the user's profile. */
    static FileAttribute<?>[] ownersOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
