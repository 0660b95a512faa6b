package parley.web.file.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The segment of a JPEG with EXIF data. */
final class ExifSegment {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;

    private ExifSegment() {}

    /** Upright if the segment does not say otherwise, or cannot be read. */
    static int orientation(byte[] segment) {
        if (!JpegFilter.startsWith(segment, EXIF) || segment.length < EXIF.length + 8) return MetadataFilter.UPRIGHT;
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
                return value >= 1 && value <= 8 ? value : MetadataFilter.UPRIGHT;
            }
            return MetadataFilter.UPRIGHT;
        } catch (IndexOutOfBoundsException wrong) {
            return MetadataFilter.UPRIGHT;
        }
    }

    /** A directory with one entry. */
    static byte[] of(int orientation) {
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
