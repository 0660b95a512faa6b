package parley.persister.store.entity;

/** What came of a repair. */
public sealed interface Repaired {

    /** Offsets from {@code from} up to {@code to}, exclusive, are given up. */
    record GaveUp(long from, long to) implements Repaired {}

    /** Nothing was changed. */
    record Refused(String why) implements Repaired {}
}
