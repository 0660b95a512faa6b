package parley.faults.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Compares what clients sent with the log: what was acknowledged is there unaltered, at the position of its ok, and there
 * is nothing that nobody sent.
 */
final class SendCheck {

    private record Change(long conversation, long actor, long user, String role) {}

    private static final class Tally {
        private long attempted;
        private long acknowledged;
        private long found;
    }

    private final History history;
    private final ExpectedState expected;
    private final Findings findings;

    SendCheck(History history, ExpectedState expected, Findings findings) {
        this.history = history;
        this.expected = expected;
        this.findings = findings;
    }

    void check() {
        var sent = new HashSet<Key>();
        for (var one : history.sent()) {
            sent.add(one.key());
            check(one);
        }
        for (var row : expected.rows()) {
            var record = row.record();
            boolean ours = history.conversations().contains(record.key().conversation());
            if (ours && record.kind() != Kind.MEMBER && record.kind() != Kind.CHANGED && !sent.contains(record.key())) {
                findings.add(Violation.unknown(record.key().conversation(), record.pos(), "the log"));
            }
        }
        memberships();
    }

    private void check(Sent one) {
        var found = expected.first(one.key());
        if (found == null) {
            if (one.isAcknowledged()) findings.add(Violation.lost(one.key(), one.pos(), "the log"));
            return;
        }
        var record = found.record();
        if (one.isAcknowledged() && record.pos() != one.pos()) {
            findings.add(Violation.moved(one.key(), one.pos(), record.pos(), "the log"));
        }
        if (record.kind() != one.kind() || record.target() != one.target() || record.sentDigest() != one.digest()) {
            findings.add(Violation.altered(one.key(), record.pos(), "the log"));
        }
    }

    /** The log has at least the acknowledged membership changes, and at most those attempted. */
    private void memberships() {
        Map<Change, Tally> tallies = new HashMap<>();
        for (var attempt : history.memberships()) {
            var change = new Change(attempt.conversation(), attempt.actor(), attempt.user(), attempt.role());
            var tally = tallies.computeIfAbsent(change, c -> new Tally());
            tally.attempted++;
            if (attempt.acknowledged()) tally.acknowledged++;
        }
        for (var row : expected.rows()) {
            var record = row.record();
            var key = record.key();
            if (record.kind() != Kind.MEMBER || !history.conversations().contains(key.conversation())) continue;
            var change = new Change(key.conversation(), key.actor(), record.target(), Membership.roleOf(record));
            tallies.computeIfAbsent(change, c -> new Tally()).found++;
        }
        tallies.forEach((change, tally) -> {
            if (tally.found >= tally.acknowledged && tally.found <= tally.attempted) return;
            findings.add(Violation.membership(
                    new Membership(change.conversation, change.actor, change.user, change.role, true),
                    tally.acknowledged,
                    tally.attempted,
                    tally.found));
        });
    }
}
