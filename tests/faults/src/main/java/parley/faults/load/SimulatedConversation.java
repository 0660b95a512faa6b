package parley.faults.load;

import java.util.List;

/**
 * A conversation, by those who are in it for good and those who come and go.
 *
 * @param owner who made it, and stays
 */
record SimulatedConversation(long id, boolean group, SimulatedUser owner, List<SimulatedUser> members) {

    /** The newest messages that were acknowledged here: what others react to. */
    static final class Recent {

        private static final int KEPT = 16;
        private final long[] places = new long[KEPT];
        private int count;

        void add(long pos) {
            places[count++ % KEPT] = pos;
        }

        /** A place, or 0 where nothing was said yet. */
        long any(int index) {
            return count == 0 ? 0 : places[index % Math.min(count, KEPT)];
        }
    }
}
