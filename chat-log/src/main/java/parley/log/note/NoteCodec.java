package parley.log.note;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import parley.domain.json.StrictJson;

/**
 * Encodes a note as JSON. Its offsets are delta-encoded as variable-length integers (seven bits per byte, the eighth
 * marks a continuation) in Base64, which takes about one and a half bytes per record on a busy node.
 */
public final class NoteCodec {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MORE = 0x80;

    private NoteCodec() {}

    public static String encode(AcknowledgedNote note) {
        return JSON.createObjectBuilder()
                .add("origin", note.origin())
                .add("partition", note.partition())
                .add("epoch", note.epoch())
                .add("minute", note.minute().toString())
                .add("offsets", Base64.getEncoder().encodeToString(pack(note.offsets())))
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException if it is not a note */
    public static AcknowledgedNote decode(String text) {
        try {
            var json = StrictJson.object(text);
            return new AcknowledgedNote(
                    json.getString("origin"),
                    natural(json, "partition"),
                    natural(json, "epoch"),
                    Instant.parse(json.getString("minute")),
                    unpack(Base64.getDecoder().decode(json.getString("offsets"))));
        } catch (RuntimeException wrong) {
            // JSON-P reports a missing field as NullPointerException and a wrong type as ClassCastException.
            throw new IllegalArgumentException("not a note", wrong);
        }
    }

    private static int natural(JsonObject json, String name) {
        long value = StrictJson.integer(name, json.get(name));
        if (value < 0 || value > Integer.MAX_VALUE)
            throw new IllegalArgumentException(name + " out of range: " + value);
        return (int) value;
    }

    private static byte[] pack(long[] offsets) {
        var bytes = new ByteArrayOutputStream(offsets.length + 8);
        long before = 0;
        for (long offset : offsets) {
            long rest = offset - before;
            for (; rest >= MORE; rest >>>= 7) bytes.write((int) rest & 0x7F | MORE);
            bytes.write((int) rest);
            before = offset;
        }
        return bytes.toByteArray();
    }

    private static long[] unpack(byte[] bytes) {
        var offsets = new long[bytes.length];
        int count = 0;
        long offset = 0;
        for (int i = 0; i < bytes.length; i++) {
            long difference = 0;
            int shift = 0;
            for (; (bytes[i] & MORE) != 0; i++, shift += 7) {
                if (i + 1 == bytes.length || shift > 49)
                    throw new IllegalArgumentException("not a note: its offsets are truncated");
                difference |= (long) (bytes[i] & 0x7F) << shift;
            }
            offset += difference | (long) bytes[i] << shift;
            offsets[count++] = offset;
        }
        return Arrays.copyOf(offsets, count);
    }
}
