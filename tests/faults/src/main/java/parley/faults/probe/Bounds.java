package parley.faults.probe;

/**
 * The limits of what is asserted while the database is slow or unreachable. The contract's own limits (1 s for readiness,
 * 2 s for list and recent history, 3 s for sign-in, 15 s for {@code store}) are for a machine of its own; these are
 * for two cores that also run the crowd, the broker and the database.
 */
final class Bounds {

    static final long READY_MILLIS = 2_000;
    static final long LIST_MILLIS = 5_000;
    static final long PAGE_MILLIS = 5_000;
    static final long SIGN_IN_MILLIS = 6_000;
    static final long SEND_MILLIS = 10_000;
    static final long RESUME_MILLIS = 10_000;
    static final long STORE_MILLIS = 20_000;

    /** Of all probes of a kind at a node during one fault, this share may miss, and one may in any case. */
    private static final double MISSES = 0.05;

    private Bounds() {}

    static long missesOf(long probes) {
        return Math.max(1, (long) (probes * MISSES));
    }
}
