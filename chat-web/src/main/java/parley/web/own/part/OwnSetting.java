package parley.web.own.part;

import java.time.Instant;
import parley.web.platform.constraint.Checkable;

/** A part that is stored as one JSON object. */
public interface OwnSetting extends Checkable {

    /**
     * The record to store, in its normal form, or null if it says nothing, so that the part is removed.
     *
     * @param now the log's time
     * @throws IllegalArgumentException if a time is not in the future; the message begins with the field's name
     */
    Record stored(Instant now);
}
