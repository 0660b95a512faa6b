package parley.bench.result;

/**
 * One number that was measured.
 *
 * @param name unique within a run, such as {@code closed loop, 50 pairs, window 10}
 * @param unit such as {@code messages/s}, {@code ms}, {@code KiB}
 * @param limit the name of the figure of the same run that this one can at best reach, or null
 */
public record Figure(String name, double value, String unit, String limit) {

    public Figure(String name, double value, String unit) {
        this(name, value, unit, null);
    }
}
