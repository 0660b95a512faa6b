package parley.web.account.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * An RSA key in PKCS#8 PEM (RFC 7468). All nodes share the file, and only its owner may read it.
 *
 * @param id its thumbprint (RFC 7638), which is the same on all nodes without configuration
 */
record SigningKey(String id, RSAPrivateCrtKey secret, RSAPublicKey open) {

    static final String ALGORITHM = "RSA";
    private static final int MIN_BITS = 2_048;

    static SigningKey read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read.", unreadable);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException wrong) {
            throw new IllegalStateException(
                    "The file " + file + " holds no RSA key of 2,048 bits or more as PKCS#8 in PEM.", wrong);
        }
    }

    private static SigningKey parse(String pem) throws GeneralSecurityException, JOSEException {
        var encoded = pem.replaceAll("-----[A-Z ]+-----", "");
        var keys = KeyFactory.getInstance(ALGORITHM);
        var secret = (RSAPrivateCrtKey) keys.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded)));
        if (secret.getModulus().bitLength() < MIN_BITS) throw new IllegalArgumentException("a key that is too short");
        var open = (RSAPublicKey)
                keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new SigningKey(
                new RSAKey.Builder(open).build().computeThumbprint().toString(), secret, open);
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
