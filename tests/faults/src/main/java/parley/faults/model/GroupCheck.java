package parley.faults.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Member;

/** Compares members, roles and attributes of the channels on every node and in the database with the log. */
final class GroupCheck {

    private record What(long conversation, long actor, String title, Boolean archived) {}

    private static final class Tally {
        private int acknowledged;
        private int attempted;
        private int found;
    }

    private final History history;
    private final Evidence evidence;
    private final ExpectedState expected;
    private final GroupOrder order;
    private final Findings findings;

    GroupCheck(History history, Evidence evidence, ExpectedState expected, GroupOrder order, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.expected = expected;
        this.order = order;
        this.findings = findings;
    }

    void check() {
        evidence.state().roles().forEach(this::roles);
        evidence.state().groups().forEach(this::attributes);
        changes();
        history.received().forEach((member, positions) -> {
            var channel = history.channels().get(member.conversation());
            positions.stream()
                    .filter(pos -> !order.mayRead(member, channel, pos))
                    .forEach(pos -> findings.add(Violation.privacy(member.conversation(), member.user(), pos)));
        });
    }

    private void roles(String where, Map<Member, String> shown) {
        var members = new HashSet<>(shown.keySet());
        members.addAll(order.roles().keySet());
        members.removeIf(member -> !history.channels().containsKey(member.conversation()));
        for (var member : members) {
            var wanted = order.roles().get(member);
            var found = shown.get(member);
            if (!Objects.equals(wanted, found))
                findings.add(Violation.role(member.conversation(), member.user(), where, wanted, found));
        }
    }

    private void attributes(String where, Map<Long, Attributes> shown) {
        order.attributes().forEach((id, wanted) -> {
            var found = shown.get(id);
            if (!wanted.equals(found))
                findings.add(Violation.attributes(id, "%s in %s instead of %s".formatted(found, where, wanted)));
        });
    }

    /** The log has at least the acknowledged changes, and at most those attempted. */
    private void changes() {
        var tallies = new HashMap<What, Tally>();
        for (var change : history.groupChanges()) {
            var what = new What(change.conversation(), change.actor(), change.title(), change.archived());
            var tally = tallies.computeIfAbsent(what, w -> new Tally());
            tally.attempted++;
            if (change.acknowledged()) tally.acknowledged++;
        }
        for (var row : expected.rows()) {
            var record = row.record();
            var key = record.key();
            if (record.kind() != Kind.CHANGED || !history.channels().containsKey(key.conversation())) continue;
            var details = record.details();
            tallies.computeIfAbsent(
                            new What(key.conversation(), key.actor(), details.title(), details.archived()),
                            w -> new Tally())
                    .found++;
        }
        tallies.forEach((what, tally) -> {
            if (tally.found >= tally.acknowledged && tally.found <= tally.attempted) return;
            findings.add(Violation.attributes(
                    what.conversation,
                    "%s: %d acknowledged, %d attempted, %d in the log"
                            .formatted(what, tally.acknowledged, tally.attempted, tally.found)));
        });
    }
}
