package parley.domain.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The client's own name for what it sends, a UUIDv7 (RFC 9562, section 5.7): with conversation and sender it is
 * unique for ever, and its time says how far back a repeat has to be looked for.
 */
public record Cid(UUID value) {

    public Cid {
        if (value.version() != 7 || value.variant() != 2) {
            throw new IllegalArgumentException("cid is not a UUID of version 7: " + value);
        }
    }

    /** @throws IllegalArgumentException where {@code text} is not the canonical form of a UUIDv7 */
    public static Cid parse(String text) {
        if (text == null || text.length() != 36) throw new IllegalArgumentException("cid is not a UUID of version 7");
        return new Cid(UUID.fromString(text));
    }

    public static Cid of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Cid(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** A cid of the server's own, for records that no client sent. */
    public static Cid at(Instant time) {
        var random = UUID.randomUUID();
        long high = (time.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0FFF);
        return new Cid(new UUID(high, random.getLeastSignificantBits()));
    }

    /** The client's time in milliseconds since 1970, as the UUID holds it. */
    public Instant time() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
