package parley.web.ops.ledger;

/**
 * The part of a partition that a ledger covers.
 *
 * @param begins the oldest offset that the log still has
 * @param ends the end offset of the log
 * @param nextOffset everything below it should be accounted for in the database
 * @param from the first offset of the range
 * @param to the end of the range, exclusive
 */
record PartitionSpan(int partition, int epoch, long begins, long ends, long nextOffset, long from, long to) {

    /** Whether the log may have had more of the range than it has now. */
    boolean isTrimmed() {
        return begins > 0 && from == begins;
    }

    boolean reachesEnd() {
        return to == ends;
    }

    /** Whether the log no longer has the next record to store. */
    boolean isStopped() {
        return begins > nextOffset;
    }

    long size() {
        return to - from;
    }
}
