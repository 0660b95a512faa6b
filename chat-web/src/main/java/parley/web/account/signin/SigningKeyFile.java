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

/** Makes the installation's first key, where there is none. */
final class SigningKeyFile {

    private static final System.Logger LOG = System.getLogger(SigningKeyFile.class.getName());
    private static final int BITS = 2_048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKeyFile() {}

    /** Written under another name and then linked: of several nodes that make one at the same time, all read the same. */
    static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), "key", ".new", ownersOnly(file));
            try {
                Files.writeString(draft, BEGIN + "\n" + newKey() + "\n" + END + "\n");
                Files.createLink(file, draft);
                LOG.log(System.Logger.Level.INFO, "A signing key was made in {0}; all nodes need this file.", file);
            } catch (FileAlreadyExistsException another) {
                LOG.log(System.Logger.Level.INFO, "Another node made the signing key {0}; it is used.", file);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The signing key " + file + " cannot be made.", failed);
        } catch (GeneralSecurityException none) {
            throw new IllegalStateException("This Java makes no RSA keys.", none);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        var maker = KeyPairGenerator.getInstance(SigningKey.ALGORITHM);
        maker.initialize(BITS);
        return Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
    }

    /** Windows has no such permissions: there a file takes those of its folder, which the user's profile keeps to its user. */
    static FileAttribute<?>[] ownersOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
