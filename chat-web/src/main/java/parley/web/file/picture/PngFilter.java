package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Leaves out the chunks with text, times and EXIF data, those that it does not know, and what follows the end. */
final class PngFilter implements MetadataFilter {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private boolean hasPixels;

    @Override
    public int copy(DataInputStream in, OutputStream target) throws IOException {
        if (in.readLong() != SIGNATURE) throw new IOException("not a PNG");
        var out = new DataOutputStream(target);
        out.writeLong(SIGNATURE);
        try {
            while (copyChunk(in, out)) continue;
        } catch (EOFException truncated) {
            // It is shown as far as it goes.
            if (!hasPixels) throw truncated;
        }
        return UPRIGHT;
    }

    private boolean copyChunk(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        if (length < 0) throw new EOFException("a chunk without length");
        var type = new byte[4];
        in.readFully(type);
        var name = new String(type, StandardCharsets.ISO_8859_1);
        boolean kept = KEPT.contains(name);
        if (kept) {
            out.writeInt(length);
            out.write(type);
        }
        if (name.equals("IDAT")) hasPixels = true;
        // The checksum follows the data.
        Streams.move(in, kept ? out : OutputStream.nullOutputStream(), length + 4L);
        return !name.equals("IEND");
    }
}
