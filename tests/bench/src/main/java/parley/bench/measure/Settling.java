package parley.bench.measure;

import java.time.Duration;

/**
 * Decides when the servers are warm: repeated rounds of the same load no longer get faster or slower, and the compilers
 * find little to compile in them.
 */
final class Settling {

    private static final double TOLERANCE = 0.1;
    private static final double COMPILATION_SHARE = 0.25;

    private final int maxRounds;
    private final Duration maxCompilation;
    private int rounds;
    private double previous = Double.NaN;
    private boolean settled;

    /**
     * @param maxRounds limit for a machine on which no two rounds agree
     * @param length of a round
     */
    Settling(int maxRounds, Duration length) {
        this.maxRounds = maxRounds;
        this.maxCompilation = Duration.ofMillis((long) (length.toMillis() * COMPILATION_SHARE));
    }

    /**
     * @param took the typical time of an action of the round that just ended, in any unit
     * @param compilation that the round caused, summed over the servers
     */
    void round(double took, Duration compilation) {
        rounds++;
        // False after the first round, because a comparison with NaN is.
        boolean steady = Math.abs(took - previous) < TOLERANCE * previous;
        settled = steady && compilation.compareTo(maxCompilation) < 0;
        previous = took;
    }

    boolean needsAnotherRound() {
        return !settled && rounds < maxRounds;
    }

    /** Whether the last two rounds agreed; false if the limit ended the rounds. */
    boolean isSettled() {
        return settled;
    }

    int rounds() {
        return rounds;
    }
}
