package parley.faults.model;

/** A partition and an offset of the log. */
public record LogOffset(int partition, long offset) {

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
