package parley.web.platform.database;

import java.time.Duration;

/** Whether the database answers, as far as this node knows without a query. */
public sealed interface DatabaseState {

    /** No call has completed yet. */
    record Unknown() implements DatabaseState {}

    record Answering() implements DatabaseState {}

    /** @param since how long ago the first of the consecutive failed calls began */
    record Failing(Duration since) implements DatabaseState {}
}
