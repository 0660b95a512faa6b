package parley.bench.load;

import parley.bench.client.Client;

/** Numbers of sends, and when those in flight went out; the loop's thread alone. */
final class Sent {

    /** More than are ever in flight. */
    private static final int REMEMBERED = 1 << 20;

    private static final long FIRST = 1_000_000_000L;

    private final long[] at = new long[REMEMBERED];
    private long count;

    long by(Client client) {
        long number = FIRST + count++;
        at[(int) number & REMEMBERED - 1] = System.nanoTime();
        client.send(number, System.currentTimeMillis());
        return number;
    }

    long nanosSince(long number, long now) {
        return now - at[(int) number & REMEMBERED - 1];
    }
}
