package parley.faults.probe;

/** A {@code store} frame, as one of a node's sockets got it. */
public record StoreNotice(long atMillis, String node, String state) {

    boolean isTrouble() {
        return state.equals("behind") || state.equals("down");
    }
}
