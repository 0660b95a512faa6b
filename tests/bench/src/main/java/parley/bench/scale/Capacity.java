package parley.bench.scale;

/**
 * The capacity of a simulated cluster.
 *
 * @param perSecond the rate above which p99 exceeds 250 ms or a station is busy more than 95 % of the time
 * @param bottleneck the station that is busiest above that rate
 */
record Capacity(double perSecond, String bottleneck) {

    private static final double MAX_P99_MILLIS = 250;
    private static final double MAX_UTILIZATION = 0.95;
    private static final double MIN_RATE = 10;
    private static final double MAX_RATE = 2_000_000;
    private static final int STEPS = 12;
    /** Bounds the work of a simulation. */
    private static final int DELIVERIES = 500_000;

    /** Found by bisection. */
    static Capacity of(MessageCost cost, Cluster cluster) {
        int messages = Math.clamp(DELIVERIES / (cluster.receivers() + cluster.cellNodes()), 1_000, 10_000);
        double low = MIN_RATE;
        double high = MAX_RATE;
        var bottleneck = "";
        for (int step = 0; step < STEPS; step++) {
            double rate = Math.sqrt(low * high);
            var result = Simulation.run(cost, cluster, rate, messages);
            if (result.p99Millis() < MAX_P99_MILLIS && result.utilization() < MAX_UTILIZATION) {
                low = rate;
            } else {
                high = rate;
                bottleneck = result.bottleneck();
            }
        }
        return new Capacity(low, bottleneck);
    }
}
