package parley.faults.probe;

/**
 * One probe.
 *
 * @param atMillis when it began
 * @param millis until its outcome
 */
public record Observation(long atMillis, String node, Ability ability, Outcome outcome, long millis) {

    boolean isAnswered() {
        return outcome instanceof Outcome.Answered;
    }

    boolean isWithin(long fromMillis, long toMillis) {
        return atMillis >= fromMillis && atMillis <= toMillis;
    }
}
