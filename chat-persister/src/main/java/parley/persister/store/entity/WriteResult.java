package parley.persister.store.entity;

/** What came of writing a batch that did not fail. */
public sealed interface WriteResult {

    /** Committed: everything below {@code nextOffset} is accounted for. */
    record Stored(long nextOffset, BatchCounts counts) implements WriteResult {}

    /** Nothing was written: the batch begins beyond {@code nextOffset}. */
    record Gap(long nextOffset) implements WriteResult {}

    /** Nothing was written: the partition cannot go on before an operator repairs it. */
    record Stopped(String reason) implements WriteResult {}
}
