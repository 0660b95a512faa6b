package parley.web.log.tail;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Detects a log that ends before what was read, which means that it is another log. Reports it only after two sightings
 * in a row.
 */
final class TruncationDetector {

    private boolean seen;

    /**
     * @param read how far each partition was read before the ends were requested
     * @return a partition that is shorter, if one was also shorter the last time
     */
    synchronized OptionalInt detect(long[] read, long[] ends) {
        var found =
                IntStream.range(0, read.length).filter(p -> ends[p] < read[p]).findFirst();
        boolean twice = seen && found.isPresent();
        seen = found.isPresent();
        return twice ? found : OptionalInt.empty();
    }
}
