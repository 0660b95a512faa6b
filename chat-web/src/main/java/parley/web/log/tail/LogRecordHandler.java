package parley.web.log.tail;

import parley.log.record.Appended;

/** Handles the records that were read; called under the tail's lock. */
public interface LogRecordHandler {

    void take(Appended record);
}
