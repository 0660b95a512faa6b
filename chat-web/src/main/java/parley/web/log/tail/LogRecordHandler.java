package parley.web.log.tail;

import parley.log.record.Appended;

/** Who decides what a record that was read means to this node; called under the tail's lock. */
public interface LogRecordHandler {

    void take(Appended record);
}
