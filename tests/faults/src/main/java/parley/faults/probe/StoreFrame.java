package parley.faults.probe;

/** A {@code store} frame that a client of the node received. */
public record StoreFrame(long atMillis, String node, String state) {

    boolean isTrouble() {
        return state.equals("behind") || state.equals("down");
    }
}
