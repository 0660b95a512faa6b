package parley.bench.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a stretch of load came to.
 *
 * @param counted in the time that was asked for
 * @param all with what came before and after that
 * @param nanos of each that was counted
 * @param perSecond {seconds since the start, how many in that second}
 */
public record Run(double seconds, long counted, long all, Histogram nanos, List<double[]> perSecond) {

    public double rate() {
        return counted / seconds;
    }
}
