package parley.bench.store;

import java.util.SplittableRandom;

/** Which page of which conversation: what was said before {@code before}. */
record Place(long conversation, long before) {

    private static final long NEWEST = Long.MAX_VALUE;

    /** Every second time in the largest conversation, else in any; there the newest page, or one from anywhere. */
    static Place next(HistoryRows rows, boolean newest, SplittableRandom random) {
        int index = random.nextBoolean() ? 0 : random.nextInt(rows.sizes().ofEach().length);
        long last = (long) rows.sizes().ofEach()[index] * HistoryRows.STRIDE;
        return new Place(rows.conversation() + index, newest ? NEWEST : 1 + random.nextLong(Math.max(1, last)));
    }

    boolean isNewest() {
        return before == NEWEST;
    }
}
