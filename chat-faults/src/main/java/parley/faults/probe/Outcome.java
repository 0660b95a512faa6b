package parley.faults.probe;

/** What came of a probe. */
public sealed interface Outcome {

    record Answered() implements Outcome {}

    /** @param code the status of a response with its code, or the code of an err frame */
    record Refused(String code) implements Outcome {

        boolean isUnavailable() {
            return code.startsWith("503");
        }
    }

    /** @param why nothing in so many seconds, no connection, or a connection that ended first */
    record NoAnswer(String why) implements Outcome {}
}
