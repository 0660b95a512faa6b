package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
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

    @Override
    public int copy(DataInputStream in, OutputStream target) throws IOException {
        if (in.readLong() != SIGNATURE) throw new IOException("not a PNG");
        var out = new DataOutputStream(target);
        out.writeLong(SIGNATURE);
        while (true) {
            int length = in.readInt();
            if (length < 0) throw new IOException("a chunk without length");
            var type = in.readNBytes(4);
            var name = new String(type, StandardCharsets.ISO_8859_1);
            boolean kept = KEPT.contains(name);
            if (kept) {
                out.writeInt(length);
                out.write(type);
            }
            // The checksum follows the data.
            Streams.move(in, kept ? out : OutputStream.nullOutputStream(), length + 4L);
            if (name.equals("IEND")) return UPRIGHT;
        }
    }
}
