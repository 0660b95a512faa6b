package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Replaces the chunks with EXIF and XMP data, and those that it does not know, by chunks of zeros, so that no length
 * changes. The flags that announce them are cleared.
 */
final class WebpFilter implements MetadataFilter {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP");

    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ANMF");

    /** In the flags of VP8X: EXIF and XMP. */
    private static final int ANNOUNCED = 0x08 | 0x04;

    private boolean hasPixels;

    @Override
    public int copy(DataInputStream in, OutputStream target) throws IOException {
        var out = new DataOutputStream(target);
        var head = in.readNBytes(12);
        var form = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length < 12 || !form.startsWith("RIFF") || !form.endsWith("WEBP")) throw new IOException("not a WebP");
        out.write(head);
        try {
            copyChunks(length(head, 4) - 4, in, out);
        } catch (EOFException truncated) {
            // It is shown as far as it goes.
            if (!hasPixels) throw truncated;
        }
        return UPRIGHT;
    }

    private void copyChunks(long length, DataInputStream in, DataOutputStream out) throws IOException {
        long left = length;
        while (left >= 8) {
            var chunk = in.readNBytes(8);
            if (chunk.length < 8) throw new EOFException("a chunk without length");
            long bytes = length(chunk, 4);
            // Chunks begin at even places.
            long padded = Math.min(bytes + (bytes & 1), left - 8);
            left -= 8 + padded;
            copy(chunk, padded, in, out);
        }
    }

    private void copy(byte[] chunk, long length, DataInputStream in, DataOutputStream out) throws IOException {
        var name = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
        if (!KEPT.contains(name)) {
            out.writeBytes("JUNK");
            out.write(chunk, 4, 4);
            Streams.move(in, OutputStream.nullOutputStream(), length);
            for (long i = 0; i < length; i++) out.write(0);
            return;
        }
        if (PIXELS.contains(name)) hasPixels = true;
        out.write(chunk);
        if (name.equals("VP8X") && length > 0) {
            out.write(in.readUnsignedByte() & ~ANNOUNCED);
            Streams.move(in, out, length - 1);
        } else {
            Streams.move(in, out, length);
        }
    }

    private static long length(byte[] bytes, int at) {
        return (bytes[at] & 0xffL)
                | (bytes[at + 1] & 0xffL) << 8
                | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }
}
