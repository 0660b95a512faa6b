package parley.cli.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether two configurations are the same. Of secrets it covers only whether they are set. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Map<String, String> settings) {
        var text = new StringBuilder();
        new TreeMap<>(Redaction.of(Map.of()).settings(settings))
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
