package parley.bench.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Makes tokens as a node would give them; the key is read once, for they are needed by the ten thousand. */
final class TokenMint {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"alg\":\"RS256\"}".getBytes(UTF_8));
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final PrivateKey key;

    TokenMint(Path keyFile) {
        try {
            var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(long id, String name) {
        var claims = "{\"iss\":\"parley\",\"sub\":\"%d\",\"preferred_username\":\"%s\",\"name\":\"%s\",\"jti\":\"%s\",\"exp\":%d}"
                .formatted(id, name, name, UUID.randomUUID(), Instant.now().plus(LIFETIME).getEpochSecond());
        var signed = HEADER + "." + encoded(claims.getBytes(UTF_8));
        return signed + "." + encoded(signature(signed.getBytes(UTF_8)));
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
