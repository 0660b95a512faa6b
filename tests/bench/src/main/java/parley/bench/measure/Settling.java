package parley.bench.measure;

/** Decides when repeated rounds of the same load no longer get faster or slower: the node is warm. */
final class Settling {

    private static final double TOLERANCE = 0.1;

    private final int mostRounds;
    private int rounds;
    private double previous = Double.NaN;
    private boolean settled;

    /** @param mostRounds bound for a machine on which no two rounds agree */
    Settling(int mostRounds) {
        this.mostRounds = mostRounds;
    }

    /** @param p50 of the round that just ended, in any unit */
    void round(double p50) {
        rounds++;
        // The first comparison is false: NaN is within no tolerance.
        settled = Math.abs(p50 - previous) < TOLERANCE * previous;
        previous = p50;
    }

    boolean needsAnotherRound() {
        return !settled && rounds < mostRounds;
    }

    /** Whether the last two rounds agreed; false also where the bound ended the rounds. */
    boolean isSettled() {
        return settled;
    }

    int rounds() {
        return rounds;
    }
}
