package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps the segments that a decoder needs: JFIF, color profile, Adobe's color transform, tables and scans. Instead of
 * the EXIF data it writes a segment with the orientation only, which browsers apply.
 */
final class JpegFilter implements MetadataFilter {

    private static final int START = 0xffd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Its last two bytes are the width and height of a thumbnail, which follows. */
    private static final int JFIF_LENGTH = 14;

    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    private final JpegCost cost = new JpegCost();
    private int orientation = UPRIGHT;
    private boolean hasPixels;

    @Override
    public boolean isCostly() {
        return cost.isTooHigh();
    }

    @Override
    public int copy(DataInputStream in, OutputStream out) throws IOException {
        if (in.readUnsignedShort() != START) throw new IOException("not a JPEG");
        out.write(0xff);
        out.write(0xd8);
        try {
            while (copySegment(in, out)) continue;
        } catch (EOFException truncated) {
            // It is shown as far as it goes.
            if (!hasPixels) throw truncated;
        }
        return orientation;
    }

    /** @return false at the end of the picture: what follows it is left out */
    private boolean copySegment(DataInputStream in, OutputStream out) throws IOException {
        int marker = marker(in);
        if (marker == END) {
            write(out, marker, null);
            return false;
        }
        var segment = segment(in);
        if (marker == APP1 && orientation == UPRIGHT) {
            orientation = ExifSegment.orientation(segment);
            if (orientation != UPRIGHT) write(out, APP1, ExifSegment.of(orientation));
        }
        if (isFrame(marker)) cost.frame(marker, segment);
        if (isKept(marker, segment)) write(out, marker, marker == APP0 ? withoutThumbnail(segment) : segment);
        if (marker != SCAN) return true;
        cost.scan(segment);
        hasPixels = true;
        return copyScan(in, out);
    }

    /** Decoders skip what is between segments; it is left out. */
    private static int marker(DataInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedByte();
            if (marker != 0xff) continue;
            while (marker == 0xff) marker = in.readUnsignedByte();
            if (marker != 0) return marker;
        }
    }

    private static byte[] segment(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        if (length < 2) throw new IOException("a segment without length");
        var segment = new byte[length - 2];
        in.readFully(segment);
        return segment;
    }

    /** All of these markers except those of tables and of arithmetic coding. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isKept(int marker, byte[] segment) {
        return switch (marker) {
            case APP0 -> startsWith(segment, JFIF) && segment.length >= JFIF_LENGTH;
            case APP14 -> true;
            case APP2 -> startsWith(segment, PROFILE);
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    private static byte[] withoutThumbnail(byte[] segment) {
        var kept = Arrays.copyOf(segment, JFIF_LENGTH);
        kept[JFIF_LENGTH - 2] = 0;
        kept[JFIF_LENGTH - 1] = 0;
        return kept;
    }

    /**
     * Copies the data after the header of a scan, up to the next segment, which it begins with its marker.
     *
     * @return false at the end of the picture
     */
    private static boolean copyScan(DataInputStream in, OutputStream out) throws IOException {
        in.mark(2);
        int next = in.read();
        while (next >= 0) {
            if (next != 0xff) {
                out.write(next);
            } else {
                int marker = in.read();
                boolean data = marker == 0 || marker >= 0xd0 && marker <= 0xd7;
                if (data) {
                    out.write(next);
                    out.write(marker);
                } else if (marker == END) {
                    write(out, END, null);
                    return false;
                } else {
                    in.reset();
                    return true;
                }
            }
            in.mark(2);
            next = in.read();
        }
        // A truncated picture is shown as far as it goes.
        return false;
    }

    private static void write(OutputStream out, int marker, byte[] segment) throws IOException {
        out.write(0xff);
        out.write(marker);
        if (segment == null) return;
        out.write((segment.length + 2) >> 8);
        out.write(segment.length + 2);
        out.write(segment);
    }

    static boolean startsWith(byte[] segment, byte[] prefix) {
        return segment.length >= prefix.length && Arrays.equals(segment, 0, prefix.length, prefix, 0, prefix.length);
    }
}
