package parley.bench.scale;

import java.util.Arrays;

/** Servers with one queue. Times are in microseconds. */
final class QueueingStation {

    private final String name;
    private final double[] free;
    private double busy;

    QueueingStation(String name, int servers) {
        this.name = name;
        this.free = new double[servers];
    }

    /**
     * Serves one job; to be called in order of arrival.
     *
     * @return when it is done
     */
    double serve(double arrival, double duration) {
        int first = 0;
        for (int i = 1; i < free.length; i++) if (free[i] < free[first]) first = i;
        free[first] = Math.max(arrival, free[first]) + duration;
        busy += duration;
        return free[first];
    }

    /** The share of the time until now in which the servers were busy. */
    double utilization() {
        return busy / (Arrays.stream(free).max().orElseThrow() * free.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
