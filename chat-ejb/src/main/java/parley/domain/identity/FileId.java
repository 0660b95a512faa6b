package parley.domain.identity;

import java.util.random.RandomGenerator;

/** A file's number: random, so that it never names another file, not even after the database was restored. */
public record FileId(long value) implements Comparable<FileId> {

    public FileId {
        SafeInteger.positive("file id", value);
    }

    public static FileId random(RandomGenerator random) {
        return new FileId(random.nextLong(1, 1L << 53));
    }

    @Override
    public int compareTo(FileId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
