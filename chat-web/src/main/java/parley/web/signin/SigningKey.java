package parley.web.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The installation's key: an RSA key as PKCS#8 in PEM (RFC 7468), which all nodes share and only its owner reads. */
record SigningKey(RSAPrivateCrtKey secret, RSAPublicKey open) {

    private static final System.Logger LOG = System.getLogger(SigningKey.class.getName());
    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2_048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    static SigningKey load(TokenSettings settings) {
        var file = Path.of(settings.keyFile()).toAbsolutePath();
        try {
            if (!Files.exists(file) && settings.mayMakeKey()) make(file);
            return read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read or made.", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException wrong) {
            throw new IllegalStateException("The file " + file + " holds no RSA key as PKCS#8 in PEM.", wrong);
        }
    }

    private static SigningKey read(String pem) throws GeneralSecurityException {
        var encoded = pem.replace(BEGIN, "").replace(END, "");
        var keys = KeyFactory.getInstance(ALGORITHM);
        var secret = (RSAPrivateCrtKey)
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded)));
        var open = keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new SigningKey(secret, (RSAPublicKey) open);
    }

    /** Written beside and then linked: whoever else makes one at this moment, all read the same. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        var maker = KeyPairGenerator.getInstance(ALGORITHM);
        maker.initialize(BITS);
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), "key", ".new", owner);
        try {
            Files.writeString(draft, BEGIN + "\n" + encoded + "\n" + END + "\n");
            Files.createLink(file, draft);
            LOG.log(System.Logger.Level.INFO, "A signing key was made in {0}; all nodes need this file.", file);
        } catch (FileAlreadyExistsException another) {
            LOG.log(System.Logger.Level.INFO, "Another node made the signing key {0}; it is used.", file);
        } finally {
            Files.delete(draft);
        }
    }
}
