package parley.log.note;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a node acknowledged as new within a minute of the log's time, in one partition.
 *
 * @param origin the boot of the node
 * @param minute when the records were appended
 * @param offsets ascending
 */
public record AcknowledgedNote(String origin, int partition, int epoch, Instant minute, long[] offsets) {

    public AcknowledgedNote {
        if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES)))
            throw new IllegalArgumentException("no whole minute: " + minute);
        if (offsets.length > 0 && offsets[0] < 0) throw new IllegalArgumentException("no offset: " + offsets[0]);
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] <= offsets[i - 1]) throw new IllegalArgumentException("not ascending at " + offsets[i]);
        }
    }
}
