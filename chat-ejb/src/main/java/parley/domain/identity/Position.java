package parley.domain.identity;

/** A record's position within its conversation: increasing, with gaps, and below 2^53 so that JavaScript can hold it. */
public record Position(long value) implements Comparable<Position> {

    private static final int OFFSET_BITS = 40;
    public static final long MAX_OFFSET = (1L << OFFSET_BITS) - 1;
    public static final int MAX_EPOCH = (1 << 53 - OFFSET_BITS) - 1;

    public Position {
        SafeInteger.natural("position", value);
    }

    public static Position at(int epoch, long offset) {
        if (offset < 0 || offset > MAX_OFFSET) throw new IllegalArgumentException("offset out of range: " + offset);
        return new Position(((long) epoch << OFFSET_BITS) | offset);
    }

    public int epoch() {
        return (int) (value >>> OFFSET_BITS);
    }

    public long offset() {
        return value & MAX_OFFSET;
    }

    public boolean isAfter(Position other) {
        return value > other.value;
    }

    public boolean isBefore(Position other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
