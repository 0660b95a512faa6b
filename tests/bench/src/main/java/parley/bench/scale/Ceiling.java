package parley.bench.scale;

/**
 * The most that a cluster takes while it still answers.
 *
 * @param perSecond messages
 * @param busiest what cannot do more
 */
public record Ceiling(double perSecond, String busiest) {

    private static final double SLOW_MILLIS = 250;
    private static final double BUSY = 0.95;
    private static final double MOST = 2_000_000;
    private static final int STEPS = 12;
    private static final int DELIVERIES = 500_000;
    private static final int MOST_MESSAGES = 10_000;
    private static final int FEWEST_MESSAGES = 1_000;

    /**
     * The rate above which one message in a hundred takes longer than a quarter of a second, or something works more than
     * 95 % of the time; by halving.
     */
    public static Ceiling of(CostsOfAMessage costs, Cluster cluster) {
        int messages =
                Math.clamp(DELIVERIES / (cluster.receivers() + cluster.cellNodes()), FEWEST_MESSAGES, MOST_MESSAGES);
        double low = 10;
        double high = MOST;
        var busiest = "";
        for (int step = 0; step < STEPS; step++) {
            double rate = Math.sqrt(low * high);
            var outcome = Simulation.run(costs, cluster, rate, messages);
            if (outcome.p99Millis() < SLOW_MILLIS && outcome.utilisation() < BUSY) {
                low = rate;
            } else {
                high = rate;
                busiest = outcome.busiest();
            }
        }
        return new Ceiling(low, busiest);
    }
}
