package parley.faults.probe;

/**
 * The result of one probe.
 *
 * @param atMillis when it was started
 * @param millis its duration
 */
public record Observation(long atMillis, String node, Ability ability, Outcome outcome, long millis) {

    boolean isAnswered() {
        return outcome instanceof Outcome.Answered;
    }

    boolean isWithin(long fromMillis, long toMillis) {
        return atMillis >= fromMillis && atMillis <= toMillis;
    }
}
