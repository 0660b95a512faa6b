package parley.persister.store.entity;

/** What came of a batch. */
public sealed interface Outcome {

    /** Everything below {@code nextOffset} is accounted for. */
    record Stored(long nextOffset, Tally tally) implements Outcome {}

    /** Nothing was written: the batch begins beyond {@code nextOffset}. */
    record Gap(long nextOffset) implements Outcome {}

    /** Nothing was written: the database belongs to another log. */
    record Refused(String why) implements Outcome {}
}
