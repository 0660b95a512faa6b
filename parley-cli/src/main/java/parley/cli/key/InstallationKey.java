package parley.cli.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import parley.cli.config.Variables;
import parley.cli.terminal.CliFailure;
import parley.cli.terminal.Json;

/** The key that the nodes of this installation sign with: PKCS#8 in PEM. Only its administrator can read the file. */
public final class InstallationKey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Path file;
    private final RSAPrivateCrtKey secret;

    private InstallationKey(Path file, RSAPrivateCrtKey secret) {
        this.file = file;
        this.secret = secret;
    }

    /** The one that nodes with these settings sign with; empty if this process cannot read it. */
    public static Optional<InstallationKey> find(Variables variables) {
        return variables
                .find("PARLEY_TOKEN_KEY_FILE")
                .or(() -> variables.find("PARLEY_TOKEN_KEYFILE"))
                .map(places -> Path.of(places.split(",")[0].strip()))
                .or(() -> variables.find("PARLEY_DATA").map(folder -> Path.of(folder, "token-key.pem")))
                .flatMap(place -> Files.isDirectory(place) ? first(place) : Optional.of(place))
                .filter(Files::isReadable)
                .map(InstallationKey::read);
    }

    private static Optional<Path> first(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static InstallationKey read(Path file) {
        try {
            var encoded = Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new InstallationKey(file, (RSAPrivateCrtKey) key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw CliFailure.failed(file + " cannot be read as an RSA key", e);
        }
    }

    public Path file() {
        return file;
    }

    /** A JWT (RFC 7519) of this type, signed with RS256. */
    String sign(String type, JsonObject claims) {
        var header = Json.object()
                .add("alg", "RS256")
                .add("typ", type)
                .add("kid", id())
                .build();
        var text = encoded(header.toString()) + "." + encoded(claims.toString());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secret);
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw CliFailure.failed("a token could not be signed with " + file, e);
        }
    }

    /** Its thumbprint (RFC 7638), by which the nodes know it. */
    private String id() {
        var key = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(number(secret.getPublicExponent()), number(secret.getModulus()));
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Without the byte for the sign. */
    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
