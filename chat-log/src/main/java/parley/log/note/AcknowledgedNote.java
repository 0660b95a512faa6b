package parley.log.note;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The offsets of one partition that a node acknowledged as new within one minute of the log clock.
 *
 * @param origin the boot of the node
 * @param minute when the records were appended
 * @param offsets ascending
 */
public record AcknowledgedNote(String origin, int partition, int epoch, Instant minute, long[] offsets) {

    public AcknowledgedNote {
        if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES)))
            throw new IllegalArgumentException("not a whole minute: " + minute);
        if (offsets.length > 0 && offsets[0] < 0) throw new IllegalArgumentException("not an offset: " + offsets[0]);
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] <= offsets[i - 1]) throw new IllegalArgumentException("not ascending at " + offsets[i]);
        }
    }
}
