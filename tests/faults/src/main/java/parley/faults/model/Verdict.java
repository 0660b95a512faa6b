package parley.faults.model;

import java.util.List;
import java.util.Map;

/**
 * What came of a check.
 *
 * @param found violations by sort, all of them
 * @param violations the first of each sort
 * @param stories of the messages that the first violations are about
 */
public record Verdict(Counts counts, Map<String, Integer> found, List<Violation> violations, List<String> stories) {

    /**
     * @param unacknowledgedInLog of those unacknowledged, how many are in the log all the same
     * @param repeats of what had been acknowledged, all given the same place
     * @param logged records of the log; of these so many repeats, void, revoked and parked
     * @param views of clients, each of a conversation
     * @param compared lines, of views and of each node's history
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
            long compared) {}

    public boolean holds() {
        return found.isEmpty();
    }

    public long lost() {
        return count(Violation.Lost.class);
    }

    public long doubled() {
        return count(Violation.Doubled.class);
    }

    public long reordered() {
        return count(Violation.Reordered.class) + count(Violation.Moved.class);
    }

    public long diverged() {
        return count(Violation.Diverged.class) + count(Violation.Unsettled.class);
    }

    public long unknown() {
        return count(Violation.Unknown.class);
    }

    private long count(Class<? extends Violation> type) {
        return found.getOrDefault(Findings.sort(type), 0);
    }

    /** For a failing test: what is wrong, and the story of what it is about. */
    public String explained() {
        var text = new StringBuilder(holds() ? "nothing is wrong" : "wrong: " + found)
                .append("; ")
                .append(counts)
                .append('\n');
        violations.stream()
                .limit(40)
                .forEach(violation ->
                        text.append("- ").append(violation.sentence()).append('\n'));
        stories.forEach(story -> text.append(story).append('\n'));
        return text.toString();
    }
}
