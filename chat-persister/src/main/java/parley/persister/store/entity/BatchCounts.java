package parley.persister.store.entity;

/**
 * The outcomes of the records of a batch.
 *
 * @param rows messages and events that became rows
 * @param repeats recorded as repeats
 * @param parked in the dead-letter topic
 */
public record BatchCounts(int rows, int repeats, int parked) {

    public static final BatchCounts NOTHING = new BatchCounts(0, 0, 0);
    public static final BatchCounts PARKED = new BatchCounts(0, 0, 1);
}
