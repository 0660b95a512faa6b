package parley.faults.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What was said to those who sent, against the log: acknowledged, at its place, unaltered; and nothing else. */
final class Promises {

    private record Joining(long conversation, long actor, long user, boolean joins) {}

    private static final class Tally {
        private long tried;
        private long acknowledged;
        private long found;
    }

    private final History history;
    private final Truth truth;
    private final Findings findings;
    private final Tallies tallies = new Tallies();

    /** What was counted on the way. */
    static final class Tallies {
        long sent;
        long acknowledged;
        long unacknowledged;
        long unacknowledgedInLog;
    }

    Promises(History history, Truth truth, Findings findings) {
        this.history = history;
        this.truth = truth;
        this.findings = findings;
    }

    Tallies check() {
        var names = new HashSet<Key>();
        for (var one : history.sent()) {
            names.add(one.key());
            check(one);
        }
        for (var judged : truth.counting()) {
            var record = judged.record();
            boolean ours = history.conversations().contains(record.key().conversation())
                    && !history.isInjected(record.place());
            if (ours && record.kind() != Kind.MEMBER && !names.contains(record.key())) {
                findings.add(new Violation.Unknown(record.key().conversation(), record.pos(), "the log"));
            }
        }
        memberships();
        return tallies;
    }

    private void check(Sent one) {
        tallies.sent++;
        var judged = truth.first(one.key());
        if (!one.isAcknowledged()) {
            tallies.unacknowledged++;
            if (judged != null) tallies.unacknowledgedInLog++;
        } else {
            tallies.acknowledged++;
            if (judged == null) findings.add(new Violation.Lost(one.key(), one.pos(), "the log"));
            else if (judged.record().pos() != one.pos()) {
                findings.add(new Violation.Moved(
                        one.key(), one.pos(), judged.record().pos(), "the log"));
            }
        }
        if (judged == null) return;
        var record = judged.record();
        if (record.kind() != one.kind() || record.target() != one.target() || record.sentDigest() != one.digest()) {
            findings.add(new Violation.Altered(one.key(), record.pos(), "the log"));
        }
    }

    private void memberships() {
        Map<Joining, Tally> byJoining = new HashMap<>();
        for (var change : history.memberships()) {
            var tally = byJoining.computeIfAbsent(
                    new Joining(change.conversation(), change.actor(), change.user(), change.joins()),
                    j -> new Tally());
            tally.tried++;
            if (change.acknowledged()) tally.acknowledged++;
        }
        for (var judged : truth.counting()) {
            var record = judged.record();
            if (record.kind() != Kind.MEMBER
                    || !history.conversations().contains(record.key().conversation())) continue;
            byJoining.computeIfAbsent(
                            new Joining(
                                    record.key().conversation(), record.key().actor(), record.target(), record.on()),
                            j -> new Tally())
                    .found++;
        }
        byJoining.forEach((joining, tally) -> {
            if (tally.found >= tally.acknowledged && tally.found <= tally.tried) return;
            var change = new Membership(joining.conversation, joining.actor, joining.user, joining.joins, true);
            findings.add(new Violation.Unjoined(change, tally.acknowledged, tally.tried, tally.found));
        });
    }
}
