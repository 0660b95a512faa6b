package parley.web.search.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Up to where the log is in an index.
 *
 * @param topicId of the log
 * @param epoch of the log
 * @param builtAt when the build of the index began
 * @param offsets the next offset of each partition
 */
public record IndexPosition(String topicId, int epoch, Instant builtAt, List<Long> offsets) {

    /** The version of the form of the documents. An index of another version is built again. */
    static final int FORMAT = 2;

    private static final String SEPARATOR = " ";
    private static final int HEAD = 4;

    public IndexPosition {
        offsets = List.copyOf(offsets);
        builtAt = builtAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public IndexPosition at(long[] next) {
        return new IndexPosition(
                topicId, epoch, builtAt, LongStream.of(next).boxed().toList());
    }

    public long offset(int partition) {
        return offsets.get(partition);
    }

    String text() {
        return FORMAT
                + SEPARATOR
                + topicId
                + SEPARATOR
                + epoch
                + SEPARATOR
                + builtAt.toEpochMilli()
                + SEPARATOR
                + offsets.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    /** Null if the text is that of another version. */
    static IndexPosition parse(String text) {
        var words = text.split(SEPARATOR);
        if (!words[0].equals(String.valueOf(FORMAT))) return null;
        var offsets = Arrays.stream(words).skip(HEAD).map(Long::valueOf).toList();
        return new IndexPosition(
                words[1], Integer.parseInt(words[2]), Instant.ofEpochMilli(Long.parseLong(words[3])), offsets);
    }
}
