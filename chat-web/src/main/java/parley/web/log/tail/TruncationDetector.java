package parley.web.log.tail;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Sees a log that ends before what was read of it, which is another log. Said only when it is seen twice in a row. */
final class TruncationDetector {

    private boolean seen;

    /**
     * @param read how far each partition was read before the ends were asked for
     * @return a partition that is shorter, where one was shorter the last time too
     */
    synchronized OptionalInt shorter(long[] read, long[] ends) {
        var found =
                IntStream.range(0, read.length).filter(p -> ends[p] < read[p]).findFirst();
        boolean twice = seen && found.isPresent();
        seen = found.isPresent();
        return twice ? found : OptionalInt.empty();
    }
}
