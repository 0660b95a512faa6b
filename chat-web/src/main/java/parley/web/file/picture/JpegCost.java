package parley.web.file.picture;

/**
 * What a decoder needs for a JPEG. For a picture in several scans it keeps all coefficients until the last scan, outside
 * of the heap: six bytes a pixel. Each scan goes over the whole picture, and may have nearly no data.
 */
final class JpegCost {

    private static final long MOST_PIXELS_IN_SCANS = 16_000_000;
    private static final int MOST_SCANS = 100;

    private boolean isInScans;
    private long pixels;
    private int components;
    private int scans;

    /** A segment that begins a frame. */
    void frame(int marker, byte[] segment) {
        if (segment.length < 6) return;
        pixels = Math.max(pixels, (long) number(segment, 1) * number(segment, 3));
        components = Math.max(components, segment[5] & 0xff);
        // Progressive ones.
        if ((marker & 0x03) == 2) isInScans = true;
    }

    void scan(byte[] segment) {
        scans++;
        if (segment.length > 0 && (segment[0] & 0xff) < components) isInScans = true;
    }

    boolean isTooHigh() {
        return scans > MOST_SCANS || isInScans && pixels > MOST_PIXELS_IN_SCANS;
    }

    private static int number(byte[] segment, int at) {
        return (segment[at] & 0xff) << 8 | segment[at + 1] & 0xff;
    }
}
