package parley.web.platform.database;

import java.time.Duration;

/** Whether the database answers, as far as this node knows without asking. */
public sealed interface DatabaseState {

    /** No call has ended yet. */
    record Unknown() implements DatabaseState {}

    record Answering() implements DatabaseState {}

    /** @param since how long ago the first of the calls began that failed, or took too long, one after another */
    record Failing(Duration since) implements DatabaseState {}
}
