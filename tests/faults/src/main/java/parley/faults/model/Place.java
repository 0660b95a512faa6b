package parley.faults.model;

/** An offset of the log. */
public record Place(int partition, long offset) {

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
