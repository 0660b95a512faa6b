package parley.domain.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The client's id for one send, a UUIDv7 (RFC 9562, section 5.7). Together with conversation and sender it is unique
 * permanently; its timestamp bounds how far back a repeat must be looked up.
 */
public record Cid(UUID value) {

    public Cid {
        if (value.version() != 7 || value.variant() != 2) {
            throw new IllegalArgumentException("cid is not a UUID of version 7: " + value);
        }
    }

    /** @throws IllegalArgumentException if {@code text} is not the canonical form of a UUIDv7 */
    public static Cid parse(String text) {
        if (text == null || text.length() != 36) throw new IllegalArgumentException("cid is not a UUID of version 7");
        return new Cid(UUID.fromString(text));
    }

    public static Cid of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Cid(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Creates a cid for a record that the server writes itself. */
    public static Cid at(Instant time) {
        var random = UUID.randomUUID();
        long high = (time.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0FFF);
        return new Cid(new UUID(high, random.getLeastSignificantBits()));
    }

    /** The timestamp in the UUID: the client's time, to the millisecond. */
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
