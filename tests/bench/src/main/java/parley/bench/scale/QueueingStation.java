package parley.bench.scale;

import java.util.Arrays;

/** Something that works off what comes, in order, some at a time. Times are microseconds. */
final class QueueingStation {

    private final String name;
    private final double[] free;
    private double busy;

    QueueingStation(String name, int servers) {
        this.name = name;
        this.free = new double[servers];
    }

    /**
     * To be called in the order of {@code at}.
     *
     * @return when it is done
     */
    double serve(double at, double takes) {
        int first = 0;
        for (int i = 1; i < free.length; i++) if (free[i] < free[first]) first = i;
        free[first] = Math.max(at, free[first]) + takes;
        busy += takes;
        return free[first];
    }

    /** The share of the time in which it worked. */
    double utilisation() {
        return busy / (Arrays.stream(free).max().orElseThrow() * free.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
