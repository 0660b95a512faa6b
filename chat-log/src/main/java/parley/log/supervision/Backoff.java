package parley.log.supervision;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off from 0.2 s to 10 s, with jitter so that nodes do not retry at the same time. */
public final class Backoff {

    private static final long FIRST_MILLIS = 200;
    private static final long MOST_MILLIS = 10_000;
    private static final int DOUBLINGS = 6;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures in a row, from 1 */
    public Duration after(int failures) {
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, DOUBLINGS));
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
