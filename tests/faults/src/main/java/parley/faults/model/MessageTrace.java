package parley.faults.model;

import java.time.Instant;
import java.util.StringJoiner;

/** Describes the history of one message: sent, in the log, acknowledged, delivered, stored. */
final class MessageTrace {

    private static final int TENTHS_MILLIS = 100;

    private final History history;
    private final Evidence evidence;

    MessageTrace(History history, Evidence evidence) {
        this.history = history;
        this.evidence = evidence;
    }

    /** Empty if the violation is not about a message of the log or of a client. */
    String of(Violation violation) {
        if (violation.key() != null) return of(violation.key());
        if (violation.conversation() == 0) return "";
        return evidence.log().stream()
                .filter(record -> record.key() != null
                        && record.key().conversation() == violation.conversation()
                        && record.pos() == violation.pos())
                .findFirst()
                .map(record -> of(record.key()))
                .orElse("");
    }

    private String of(Key key) {
        var trace = new StringJoiner("\n    ", key + ":\n    ", "");
        history.sent().stream().filter(one -> one.key().equals(key)).forEach(one -> trace.add(one.describe()));
        for (var record : evidence.log()) {
            if (!key.equals(record.key())) continue;
            trace.add("in the log at %s (position %d), %s, admitted %s"
                    .formatted(record.logOffset(), record.pos(), at(record.appendedAt()), at(record.admitted())));
            delivered(key.conversation(), record.pos(), trace);
            long stored = history.stored().storedBy(record.logOffset());
            trace.add(stored == 0 ? "not seen in the database" : "seen in the database at " + at(stored));
        }
        return trace.toString();
    }

    private void delivered(long conversation, long pos, StringJoiner trace) {
        for (var view : history.views()) {
            if (view.conversation() != conversation || view.from() > pos) continue;
            var line = view.lines().get(pos);
            trace.add(
                    line == null
                            ? view.device() + " does not hold it"
                            : view.device() + " has it since "
                                    + at(history.beganMillis() + (long) line.seenAt() * TENTHS_MILLIS));
        }
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
