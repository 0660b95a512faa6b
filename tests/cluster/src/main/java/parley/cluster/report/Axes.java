package parley.cluster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import parley.cluster.report.Plot.Axis;

/** The axes that the plots have. */
public final class Axes {

    private static final int STEPS = 5;
    /** Nearer to all than any percentile that is drawn. */
    private static final double LAST_PERCENTILE = 99.999;

    private Axes() {}

    /** From 0 in round steps. */
    public static Axis linear(String title, double most) {
        double step = step(most / STEPS);
        var marks = new ArrayList<Double>();
        marks.add(0.0);
        while (marks.getLast() < most || marks.size() < 2) marks.add(step * marks.size());
        return new Axis(title, marks, value -> value);
    }

    /** 1, 2 or 5 with noughts: the first that is not smaller. */
    private static double step(double least) {
        if (least <= 0) return 1;
        double magnitude = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(times -> times * magnitude)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * magnitude);
    }

    /** From a power of ten to a power of ten. */
    public static Axis logarithmic(String title, double least, double most) {
        var marks = new ArrayList<Double>();
        int first = (int) Math.floor(Math.log10(Math.max(1e-3, least)));
        for (int power = first; power <= first + 1 || Math.pow(10, power - 1) < most; power++) {
            marks.add(power < 0 ? 1 / Math.pow(10, -power) : Math.pow(10, power));
        }
        return new Axis(title, marks, value -> Math.log10(Math.max(1e-4, value)));
    }

    /** As HdrHistogram draws them: each nine as wide as the one before. */
    public static Axis percentiles() {
        return new Axis(
                "percentile",
                List.of(0.0, 90.0, 99.0, 99.9, 99.99, LAST_PERCENTILE),
                percentile -> -Math.log10(1 - Math.min(percentile, LAST_PERCENTILE) / 100));
    }
}
