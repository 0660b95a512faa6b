package parley.faults.model;

import java.util.List;
import java.util.Map;

/**
 * The result of a check.
 *
 * @param found the number of violations by type
 * @param violations the first of each type
 * @param traces of the messages that the first violations are about
 */
public record Verdict(
        Counts counts, Map<Violation.Type, Integer> found, List<Violation> violations, List<String> traces) {

    private static final int EXPLAINED = 40;

    /**
     * @param unacknowledgedInLog those unacknowledged sends that are in the log
     * @param repeats sends that were repeated after their acknowledgement
     * @param logged records of the log, of which so many are repeats, void, revoked and parked
     * @param views of one conversation by one client
     * @param compared lines of all views and of each node's history
     * @param values roles, attributes, counters and drafts that were compared
     */
    public record Counts(
            long sent,
            long acknowledged,
            long unacknowledged,
            long unacknowledgedInLog,
            long repeats,
            long logged,
            long messages,
            long events,
            long repeatsInLog,
            long voids,
            long revoked,
            long parked,
            long conversations,
            long views,
            long compared,
            long values) {}

    public boolean holds() {
        return found.isEmpty();
    }

    public long lost() {
        return count(Violation.Type.LOST);
    }

    public long duplicated() {
        return count(Violation.Type.DUPLICATED);
    }

    public long reordered() {
        return count(Violation.Type.REORDERED) + count(Violation.Type.MOVED);
    }

    public long diverged() {
        return count(Violation.Type.DIVERGED) + count(Violation.Type.UNSETTLED);
    }

    public long unknown() {
        return count(Violation.Type.UNKNOWN);
    }

    private long count(Violation.Type type) {
        return found.getOrDefault(type, 0);
    }

    /** For the message of a failed test. */
    public String explained() {
        var text = new StringBuilder(holds() ? "no violations; " : found + "; ")
                .append(counts)
                .append('\n');
        violations.stream()
                .limit(EXPLAINED)
                .forEach(violation ->
                        text.append("- ").append(violation.sentence()).append('\n'));
        traces.forEach(trace -> text.append(trace).append('\n'));
        return text.toString();
    }
}
