package parley.persister.store.entity;

/** The result of a repair. */
public sealed interface RepairResult {

    /** Offsets from {@code from} up to {@code to}, exclusive, are given up. */
    record GaveUp(long from, long to) implements RepairResult {}

    /** Nothing was changed. */
    record Refused(String why) implements RepairResult {}
}
