package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Keeps the screen, the images with their timing, the number of repeats and the color profile. Browsers show a GIF up to
 * the first thing that they cannot read, so that is its end here.
 */
final class GifFilter implements MetadataFilter {

    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3b;
    private static final int TIMING = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int HAS_COLORS = 0x80;
    private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    @Override
    public int copy(DataInputStream in, OutputStream out) throws IOException {
        var screen = new byte[13];
        in.readFully(screen);
        if (!new String(screen, StandardCharsets.ISO_8859_1).startsWith("GIF8")) throw new IOException("not a GIF");
        out.write(screen);
        colors(screen[10], in, out);
        try {
            while (copyBlock(in, out)) continue;
        } catch (EOFException truncated) {
            // It is shown as far as it goes.
        }
        out.write(END);
        return UPRIGHT;
    }

    private static boolean copyBlock(DataInputStream in, OutputStream out) throws IOException {
        int block = in.readUnsignedByte();
        if (block == EXTENSION) {
            copyExtension(in, out);
            return true;
        }
        if (block != IMAGE) return false;
        var image = new byte[9];
        in.readFully(image);
        out.write(IMAGE);
        out.write(image);
        colors(image[8], in, out);
        out.write(in.readUnsignedByte());
        copyData(in, out);
        return true;
    }

    private static void copyExtension(DataInputStream in, OutputStream out) throws IOException {
        int label = in.readUnsignedByte();
        var head = new byte[in.readUnsignedByte()];
        in.readFully(head);
        boolean kept =
                label == TIMING || label == APPLICATION && KEPT.contains(new String(head, StandardCharsets.ISO_8859_1));
        if (kept) {
            out.write(EXTENSION);
            out.write(label);
            out.write(head.length);
            out.write(head);
        }
        if (head.length > 0) copyData(in, kept ? out : OutputStream.nullOutputStream());
    }

    /** Blocks with their lengths, and an empty one at the end. */
    private static void copyData(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readUnsignedByte();
        while (length > 0) {
            out.write(length);
            Streams.move(in, out, length);
            length = in.readUnsignedByte();
        }
        out.write(0);
    }

    private static void colors(int flags, DataInputStream in, OutputStream out) throws IOException {
        if ((flags & HAS_COLORS) != 0) Streams.move(in, out, 3L * (2 << (flags & 7)));
    }
}
