package parley.domain.identity;

/** A user's number, below 2^53 so that JavaScript represents it exactly. */
public record UserId(long value) implements Comparable<UserId> {

    public UserId {
        SafeInteger.positive("user id", value);
    }

    /** @throws IllegalArgumentException if {@code text} is not such a number */
    public static UserId parse(String text) {
        return new UserId(SafeInteger.parse("user id", text));
    }

    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
