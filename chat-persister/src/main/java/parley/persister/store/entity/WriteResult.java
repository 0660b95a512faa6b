package parley.persister.store.entity;

/** The result of storing a batch without an error. */
public sealed interface WriteResult {

    /** Committed: everything below {@code nextOffset} is accounted for. */
    record Stored(long nextOffset, BatchCounts counts) implements WriteResult {}

    /** Nothing was written: the batch begins beyond {@code nextOffset}. */
    record Gap(long nextOffset) implements WriteResult {}

    /** Nothing was written: the partition has stopped until an operator repairs it. */
    record Stopped(String reason) implements WriteResult {}
}
