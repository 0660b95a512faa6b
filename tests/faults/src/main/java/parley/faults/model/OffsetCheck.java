package parley.faults.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.faults.model.ExpectedState.Category;
import parley.faults.model.ExpectedState.ExpectedRecord;

/** Compares every offset of the log with the rows of the database: each has exactly one, of the expected category. */
final class OffsetCheck {

    private static final int UNSTORABLE = 1;

    private final Evidence evidence;
    private final ExpectedState expected;
    private final Findings findings;
    private final Set<LogOffset> accounted = new HashSet<>();
    private final Set<Key> keys = new HashSet<>();

    OffsetCheck(Evidence evidence, ExpectedState expected, Findings findings) {
        this.evidence = evidence;
        this.expected = expected;
        this.findings = findings;
    }

    void check() {
        evidence.messages().forEach(this::message);
        evidence.events().forEach(this::event);
        evidence.repeats().forEach(this::skipped);
        for (var record : evidence.log()) {
            if (!accounted.contains(record.logOffset()))
                findings.add(Violation.unaccounted(
                        record.logOffset(),
                        "no row, no repeat, not parked; next_offset is "
                                + evidence.nextOffsets().get(record.logOffset().partition())));
        }
        numbers();
    }

    private void message(Evidence.MessageRow row) {
        if (!keys.add(row.key())) findings.add(Violation.duplicated(row.key(), row.pos(), "the database"));
        var found = expected.at(row.logOffset());
        if (!isRecordOf(row.key(), row.pos(), found)) {
            findings.add(Violation.orphan(row.logOffset(), "message"));
            return;
        }
        account(row.logOffset(), found, "message");
        if (row.state() == UNSTORABLE) {
            findings.add(Violation.lost(row.key(), row.pos(), "the database, where it is parked"));
        } else if (found.category() != Category.MESSAGE) {
            findings.add(Violation.misclassified(row.logOffset(), found.category(), Category.MESSAGE));
        } else if (differs(row.key(), row.pos(), row.digest(), found.record(), "its row")
                || row.replyTo() != found.record().target()) {
            findings.add(Violation.altered(row.key(), row.pos(), "the database"));
        }
    }

    private void event(Evidence.EventRow row) {
        if (!keys.add(row.key())) findings.add(Violation.duplicated(row.key(), row.at(), "the database"));
        var found = expected.at(row.logOffset());
        if (!isRecordOf(row.key(), row.at(), found)) {
            findings.add(Violation.orphan(row.logOffset(), "event"));
            return;
        }
        account(row.logOffset(), found, "event");
        var record = found.record();
        if (found.category() != Category.EVENT) {
            findings.add(Violation.misclassified(row.logOffset(), found.category(), Category.EVENT));
        } else if (row.kind() != record.kind()
                || row.target() != record.target()
                || differs(row.key(), row.target(), row.digest(), record, "the row of its edit")) {
            findings.add(Violation.altered(row.key(), row.at(), "the database"));
        }
    }

    private static boolean isRecordOf(Key key, long pos, ExpectedRecord found) {
        return found != null
                && key.equals(found.record().key())
                && found.record().pos() == pos;
    }

    /** A revoked message has no text, any other has the text that was sent. */
    private boolean differs(Key key, long pos, long digest, LogRecord record, String where) {
        boolean revoked = expected.isRevoked(key.conversation(), pos);
        if (revoked && digest == Digest.NOTHING) return false;
        if (revoked) findings.add(Violation.notErased(key.conversation(), pos, where));
        return digest != record.digest();
    }

    private void skipped(Evidence.RepeatRow row) {
        var found = expected.at(row.logOffset());
        if (found == null) {
            findings.add(Violation.orphan(row.logOffset(), row.why()));
            return;
        }
        account(row.logOffset(), found, row.why());
        if (row.why().equals("parked") && !evidence.deadLetters().contains(row.logOffset())) {
            findings.add(Violation.unaccounted(row.logOffset(), "parked, but not in the dead letters"));
        }
        if (!found.category().toString().equals(row.why())) {
            findings.add(Violation.misclassified(row.logOffset(), found.category(), row.why()));
        } else if (found.firstPos() != row.firstPos()) {
            findings.add(Violation.misclassified(
                    row.logOffset(), "a repeat of " + found.firstPos(), "a repeat of " + row.firstPos()));
        }
    }

    private void account(LogOffset logOffset, ExpectedRecord found, String as) {
        if (!accounted.add(logOffset))
            findings.add(Violation.misclassified(logOffset, "only " + found.category(), "also " + as));
    }

    /** The messages of a conversation are numbered from 1 without gaps. */
    private void numbers() {
        evidence.messages().stream()
                .collect(Collectors.groupingBy(row -> row.key().conversation()))
                .forEach(this::numbers);
    }

    private void numbers(long conversation, List<Evidence.MessageRow> rows) {
        long number = 0;
        for (var row : rows.stream()
                .sorted(Comparator.comparingLong(Evidence.MessageRow::pos))
                .toList()) {
            if (row.seq() == ++number) continue;
            findings.add(Violation.misnumbered(conversation, row.pos(), number, row.seq()));
            return;
        }
    }
}
