package parley.faults.model;

/** 64-bit hashes of texts and keys, to hold millions of them in memory. */
public final class Digest {

    public static final long NOTHING = 0;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Digest() {}

    /** Null is {@link #NOTHING}. */
    public static long of(String text) {
        if (text == null) return NOTHING;
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * PRIME;
        return mixed(hash);
    }

    public static long of(long... numbers) {
        long hash = OFFSET;
        for (long number : numbers) hash = mixed(hash * PRIME + number);
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0x9fb21c651e98df25L;
        return mixed ^ mixed >>> 28;
    }
}
