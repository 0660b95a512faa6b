package parley.web.ops.ledger;

import java.util.Arrays;

/** The acknowledged offsets of one partition, each with its minute. */
final class AcknowledgedOffsets {

    /** A day has 1,440 minutes; an offset has 40 bits. */
    private static final int MINUTE_BITS = 11;

    private final long firstMinute;
    private long[] packed = new long[256];
    private int size;

    AcknowledgedOffsets(long firstMinute) {
        this.firstMinute = firstMinute;
    }

    void add(long minute, long[] offsets) {
        if (size + offsets.length > packed.length)
            packed = Arrays.copyOf(packed, Math.max(packed.length * 2, size + offsets.length));
        for (long offset : offsets) packed[size++] = offset << MINUTE_BITS | minute - firstMinute;
    }

    int size() {
        return size;
    }

    /** To be called once after the last offset was added; duplicate offsets count once. */
    AcknowledgedOffsets sealed() {
        Arrays.sort(packed, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || packed[i] >>> MINUTE_BITS != packed[kept - 1] >>> MINUTE_BITS) packed[kept++] = packed[i];
        }
        size = kept;
        return this;
    }

    boolean has(long offset) {
        int at = firstFrom(offset);
        return at < size && packed[at] >>> MINUTE_BITS == offset;
    }

    /** The offset must be one that was added. */
    long minute(long offset) {
        return firstMinute + (packed[firstFrom(offset)] & (1L << MINUTE_BITS) - 1);
    }

    /** The offsets in {@code [from, to)}, ascending. */
    long[] between(long from, long to) {
        int first = firstFrom(from);
        int last = firstFrom(to);
        var offsets = new long[Math.max(0, last - first)];
        for (int i = 0; i < offsets.length; i++) offsets[i] = packed[first + i] >>> MINUTE_BITS;
        return offsets;
    }

    private int firstFrom(long offset) {
        int at = Arrays.binarySearch(packed, 0, size, Math.min(offset, 1L << 41) << MINUTE_BITS);
        return at < 0 ? -at - 1 : at;
    }
}
