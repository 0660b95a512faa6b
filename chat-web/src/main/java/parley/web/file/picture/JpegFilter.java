package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;

    private final JpegCost cost = new JpegCost();

    @Override
    public boolean isCostly() {
        return cost.isTooHigh();
    }

    @Override
    public int copy(DataInputStream in, OutputStream out) throws IOException {
        if (in.readUnsignedShort() != START) throw new IOException("not a JPEG");
        out.write(0xff);
        out.write(0xd8);
        int orientation = UPRIGHT;
        while (true) {
            int marker = marker(in);
            if (marker == END) {
                write(out, marker, null);
                return orientation;
            }
            var segment = segment(in);
            if (marker == APP1 && orientation == UPRIGHT) {
                orientation = orientation(segment);
                if (orientation != UPRIGHT) write(out, APP1, exif(orientation));
            }
            if (isFrame(marker)) cost.frame(marker, segment);
            if (marker == SCAN) cost.scan(segment);
            if (isKept(marker, segment)) write(out, marker, segment);
            if (marker == SCAN && !copyScan(in, out)) return orientation;
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) throw new IOException("no marker where one is needed");
        int marker = in.readUnsignedByte();
        while (marker == 0xff) marker = in.readUnsignedByte();
        return marker;
    }

    private static byte[] segment(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        if (length < 2) throw new IOException("a segment without length");
        return in.readNBytes(length - 2);
    }

    /** All of these markers except those of tables and of arithmetic coding. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isKept(int marker, byte[] segment) {
        return switch (marker) {
            case APP0, APP14 -> true;
            case APP2 -> startsWith(segment, PROFILE);
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /**
     * Copies the data after the header of a scan, up to the next segment, which it begins with its marker.
     *
     * @return false at the end of the picture: what follows it is left out
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

    private static boolean startsWith(byte[] segment, byte[] prefix) {
        return segment.length >= prefix.length && Arrays.equals(segment, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Upright if the segment does not say otherwise, or cannot be read. */
    static int orientation(byte[] segment) {
        if (!startsWith(segment, EXIF) || segment.length < EXIF.length + 8) return UPRIGHT;
        try {
            var tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                    .slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xffff) != ORIENTATION) continue;
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException wrong) {
            return UPRIGHT;
        }
    }

    /** A directory with one entry. */
    static byte[] exif(int orientation) {
        var exif = ByteBuffer.allocate(EXIF.length + 26);
        exif.put(EXIF).putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.array();
    }
}
