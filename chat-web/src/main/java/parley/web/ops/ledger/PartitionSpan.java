package parley.web.ops.ledger;

/**
 * What of a partition is looked at.
 *
 * @param begins the oldest offset that the log still has
 * @param ends where the log ends
 * @param nextOffset everything below is accounted for in the database, or should be
 * @param from the first offset of the range
 * @param to where the range ends, exclusive
 */
record PartitionSpan(int partition, int epoch, long begins, long ends, long nextOffset, long from, long to) {

    /** Whether the log may have had more of the range than it has now. */
    boolean isTrimmed() {
        return begins > 0 && from == begins;
    }

    boolean reachesTheEnd() {
        return to == ends;
    }

    /** Whether the log no longer has what is to be stored next. */
    boolean isStopped() {
        return begins > nextOffset;
    }

    long size() {
        return to - from;
    }
}
