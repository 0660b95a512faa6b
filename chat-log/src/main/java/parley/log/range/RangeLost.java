package parley.log.range;

/** The log no longer has records that are not in the database; an operator must decide how to continue. */
public class RangeLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RangeLost(int partition, long wanted, long beginning) {
        super("partition %d begins at %d, and %d was wanted".formatted(partition, beginning, wanted));
    }
}
