package parley.bench.measure;

/** Decides when repeated rounds of the same load no longer get faster or slower: the node is warm. */
final class Settling {

    private static final double TOLERANCE = 0.1;

    private final int maxRounds;
    private int rounds;
    private double previous = Double.NaN;
    private boolean settled;

    /** @param maxRounds limit for a machine on which no two rounds agree */
    Settling(int maxRounds) {
        this.maxRounds = maxRounds;
    }

    /** @param p50 of the round that just ended, in any unit */
    void round(double p50) {
        rounds++;
        // False after the first round, because a comparison with NaN is.
        settled = Math.abs(p50 - previous) < TOLERANCE * previous;
        previous = p50;
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
