package parley.st.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A token as a node would give it, with an expiry of one's own: signed with the installation's key. */
public final class ForgedToken {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ForgedToken() {}

    public static String of(Person person, Instant expires, Path keyFile) {
        var claims = Json.of("iss", "parley", "sub", Long.toString(person.id()), "preferred_username", person.username(),
                "name", person.displayName(), "jti", UUID.randomUUID().toString(), "exp", expires.getEpochSecond());
        var signed = encoded(Json.of("alg", "RS256").toString().getBytes(UTF_8)) + "." + encoded(claims.toString().getBytes(UTF_8));
        try {
            var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
            var key = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(key));
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encoded(signature.sign());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
