package parley.bench.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import parley.cluster.client.ForgedToken;

/** Makes tokens as a node would give them; the key is read once, for they are needed by the ten thousand. */
final class TokenMint {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final RSAPrivateCrtKey key;
    private final String header;

    TokenMint(Path keyFile) {
        try {
            var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
            key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
            header = encoded("{\"alg\":\"RS256\",\"typ\":\"parley-session+jwt\",\"kid\":\"%s\"}"
                    .formatted(ForgedToken.thumbprint(key))
                    .getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(long id, String name) {
        var now = Instant.now();
        var claims =
                ("{\"iss\":\"parley\",\"aud\":\"parley\",\"sub\":\"%d\",\"preferred_username\":\"%s\",\"name\":\"%s\","
                                + "\"jti\":\"%s\",\"iat\":%5$d,\"nbf\":%5$d,\"exp\":%6$d}")
                        .formatted(
                                id,
                                name,
                                name,
                                UUID.randomUUID(),
                                now.getEpochSecond(),
                                now.plus(LIFETIME).getEpochSecond());
        var signed = header + "." + encoded(claims.getBytes(UTF_8));
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
