package parley.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** The installation's key, in a file that all nodes share and that only its owner reads. */
final class SigningKey {

    private static final System.Logger LOG = System.getLogger(SigningKey.class.getName());
    private static final int BITS = 2_048;

    private SigningKey() {}

    static RSAKey load(TokenSettings settings) {
        var file = Path.of(settings.keyFile());
        try {
            if (!Files.exists(file) && settings.mayMakeKey()) make(file);
            var key = JWK.parseFromPEMEncodedObjects(Files.readString(file)).toRSAKey();
            if (!key.isPrivate()) throw new IllegalStateException("The key in " + file + " has no private part.");
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read or made.", unreadable);
        } catch (JOSEException | IllegalArgumentException wrong) {
            throw new IllegalStateException("The file " + file + " holds no RSA key in PEM.", wrong);
        }
    }

    /** Written beside and then linked: whoever else makes one at this moment, all read the same. */
    private static void make(Path file) throws IOException, JOSEException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var key = new RSAKeyGenerator(BITS).generate();
        var pem = pem("PRIVATE KEY", key.toRSAPrivateKey().getEncoded()) + pem("PUBLIC KEY", key.toRSAPublicKey().getEncoded());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new", owner);
        try {
            Files.writeString(draft, pem);
            Files.createLink(file, draft);
            LOG.log(System.Logger.Level.INFO, "A signing key was made in {0}; all nodes need this file.", file);
        } catch (FileAlreadyExistsException another) {
            LOG.log(System.Logger.Level.INFO, "Another node made the signing key {0}; it is used.", file);
        } finally {
            Files.delete(draft);
        }
    }

    private static String pem(String what, byte[] encoded) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
