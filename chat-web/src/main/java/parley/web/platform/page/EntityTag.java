package parley.web.platform.page;

import java.util.Arrays;
import java.util.HexFormat;
import parley.web.platform.digest.Sha256;

/** A strong ETag: a hash of what is sent, the same on every node. */
record EntityTag(String value) {

    private static final int BYTES = 16;

    static EntityTag of(byte[] content) {
        return new EntityTag('"' + HexFormat.of().formatHex(Sha256.of(content), 0, BYTES) + '"');
    }

    /**
     * Whether the client has this representation.
     *
     * @param header the value of {@code If-None-Match}, or null
     */
    boolean matches(String header) {
        if (header == null) return false;
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(value) || tag.equals("W/" + value));
    }
}
