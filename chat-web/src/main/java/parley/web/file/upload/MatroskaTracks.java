package parley.web.file.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads from the beginning of a Matroska or WebM file whether it has pictures: the format is the same for films and for
 * what browsers record of a voice. See RFC 8794 and RFC 9559.
 */
final class MatroskaTracks {

    private static final int HEADER = 0x1A45DFA3;
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int CLUSTER = 0x1F43B675;

    private static final int SOUND = 2;

    /** Where the tracks are in any file that can be played while it is loaded. */
    private static final int BEGINNING = 128 * 1_024;

    private static final byte[] MAGIC = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

    private final byte[] bytes;
    private int at;
    private boolean isWebm;
    private int tracks;
    private int others;

    private MatroskaTracks(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isMatroska(Path content) throws IOException {
        return Arrays.equals(beginning(content, MAGIC.length), MAGIC);
    }

    /** The type of a file that {@link #isMatroska}: that of a film, unless all of its tracks are known to be sound. */
    static String type(Path content) throws IOException {
        var read = new MatroskaTracks(beginning(content, BEGINNING));
        read.elements();
        var family = read.tracks > 0 && read.others == 0 ? "audio/" : "video/";
        return family + (read.isWebm ? "webm" : "x-matroska");
    }

    private static byte[] beginning(Path content, int most) throws IOException {
        try (var in = Files.newInputStream(content)) {
            return in.readNBytes(most);
        }
    }

    /** Elements are entered, used, or skipped, until the media begin. What is cut off or wrong ends it. */
    private void elements() {
        while (at < bytes.length) {
            int id = (int) number(false);
            if (id == CLUSTER) return;
            long size = number(true);
            if (id < 0 || size < 0) return;
            switch (id) {
                case HEADER, SEGMENT, TRACKS, TRACK -> {}
                default -> {
                    if (size > bytes.length - at) return;
                    use(id, (int) size);
                    at += (int) size;
                }
            }
        }
    }

    private void use(int id, int size) {
        if (id == DOC_TYPE) isWebm = new String(bytes, at, size, StandardCharsets.US_ASCII).startsWith("webm");
        if (id != TRACK_TYPE) return;
        tracks++;
        if (size != 1 || bytes[at] != SOUND) others++;
    }

    /**
     * A number of variable length: the zeros before the first one tell how many bytes follow.
     *
     * @param isSize without the marker of the length; an id has it
     * @return -1 if it is cut off or invalid
     */
    private long number(boolean isSize) {
        if (at >= bytes.length) return -1;
        int first = bytes[at] & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > (isSize ? 8 : 4) || length > bytes.length - at) return -1;
        long value = isSize ? first & (0xff >> length) : first;
        for (int i = 1; i < length; i++) value = value << 8 | bytes[at + i] & 0xff;
        at += length;
        return value;
    }
}
