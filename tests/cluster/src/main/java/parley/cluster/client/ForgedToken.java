package parley.cluster.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A session token that a test can change in any way, signed with the key of the nodes. */
public final class ForgedToken {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public final ObjectNode header;
    public final ObjectNode claims;
    private final RSAPrivateCrtKey key;

    /** A token that nodes accept, for an hour. */
    public ForgedToken(Person person, Path keyFile) {
        key = read(keyFile);
        long now = Instant.now().getEpochSecond();
        header = Json.of("alg", "RS256", "typ", "parley-session+jwt", "kid", thumbprint(key));
        claims = Json.of(
                "iss",
                "parley",
                "aud",
                "parley",
                "sub",
                Long.toString(person.id()),
                "preferred_username",
                person.username(),
                "name",
                person.displayName(),
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                now,
                "nbf",
                now,
                "exp",
                now + 3_600);
    }

    public static String of(Person person, Instant expires, Path keyFile) {
        var token = new ForgedToken(person, keyFile);
        token.claims.put("exp", expires.getEpochSecond());
        return token.signed();
    }

    public String signed() {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(unsigned().getBytes(UTF_8));
            return unsigned() + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By HMAC with the public key as its secret: accepted by a server that lets a token choose its algorithm. */
    public String signedWithThePublicKey() {
        try {
            var open = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(open.getEncoded(), "HmacSHA256"));
            return unsigned() + "."
                    + BASE64.encodeToString(mac.doFinal(unsigned().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String unsigned() {
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(UTF_8));
    }

    private static RSAPrivateCrtKey read(Path keyFile) {
        try {
            var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7638. */
    public static String thumbprint(RSAPrivateCrtKey key) {
        var json = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(
                        number(key.getPublicExponent().toByteArray()),
                        number(key.getModulus().toByteArray()));
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(byte[] bytes) {
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
