package parley.faults.report;

/**
 * One second of a run.
 *
 * @param p50 of the sends acknowledged in this second, in milliseconds from the first try to the ok
 * @param lag records in the log that are not in the database, or -1 where nobody could tell
 * @param tailBytes of all chat nodes together
 * @param residentBytes of all processes of chat nodes and persisters together
 */
public record Sample(
        long epochSecond, int acknowledged, long p50, long p99, long lag, long tailBytes, long residentBytes) {}
