package parley.faults.model;

import java.util.HashSet;
import java.util.Map;
import parley.faults.model.FinalState.Member;
import parley.faults.model.FinalState.Receipt;

/** Compares counters, places and drafts with the order of the log and with what was acknowledged last. */
final class OwnStateCheck {

    private final History history;
    private final Evidence evidence;
    private final Counts counts;
    private final ExpectedState expected;
    private final Findings findings;

    OwnStateCheck(History history, Evidence evidence, ExpectedState expected, Counts counts, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.expected = expected;
        this.counts = counts;
        this.findings = findings;
    }

    void check() {
        history.places().forEach(this::place);
        for (var shown : evidence.state().counters()) {
            var member = shown.member();
            var what = " of conversation %d (place %d)".formatted(member.conversation(), counts.place(member));
            compare(member.user(), shown.where(), "unread" + what, counts.unread(member), shown.unread());
            compare(member.user(), shown.where(), "mentions" + what, counts.mentions(member), shown.mentions());
        }
        for (var total : evidence.state().totals()) {
            var members = total.conversations().stream()
                    .map(id -> new Member(id, total.user()))
                    .toList();
            long unread = members.stream().mapToLong(counts::unread).sum();
            long mentions = members.stream().mapToLong(counts::mentions).sum();
            compare(total.user(), total.where(), "total unread", unread, total.unread());
            compare(total.user(), total.where(), "total mentions", mentions, total.mentions());
        }
        evidence.state().drafts().forEach(this::drafts);
    }

    private void compare(long user, String where, String what, long wanted, long found) {
        if (wanted != found) findings.add(Violation.unread(user, where, what, wanted, found));
    }

    /**
     * The last acknowledged place has a receipt, and only own messages or joining can be after it, or an attempt that was
     * not answered.
     */
    private void place(Member member, History.AcknowledgedPlace last) {
        var mine = evidence.state().receipts().stream()
                .filter(receipt -> receipt.member().equals(member))
                .toList();
        var late = history.unansweredPlaces(member);
        if (last.back()) {
            if (mine.isEmpty()) missing(member, last, "none");
            else if (!isBack(mine.getLast(), last) && late.stream().noneMatch(each -> isOf(mine.getLast(), each)))
                missing(member, last, mine.getLast().toString());
        } else if (counts.place(member) < last.pos() && late.stream().noneMatch(History.AcknowledgedPlace::back)) {
            findings.add(Violation.place(
                    member.conversation(),
                    member.user(),
                    "%d after a read of %d".formatted(counts.place(member), last.pos())));
        }
    }

    private void missing(Member member, History.AcknowledgedPlace last, String found) {
        findings.add(Violation.place(
                member.conversation(), member.user(), "set back to %d, last receipt: %s".formatted(last.pos(), found)));
    }

    private boolean isOf(Receipt receipt, History.AcknowledgedPlace place) {
        return place.back() ? isBack(receipt, place) : receipt.end() == null && receipt.pos() <= place.pos();
    }

    /** Whether it sets the place to just before that position. */
    private boolean isBack(Receipt receipt, History.AcknowledgedPlace place) {
        var lines = expected.lines(receipt.member().conversation());
        return receipt.end() != null
                && receipt.pos() < place.pos()
                && lines.from(receipt.pos() + 1).headMap(place.pos(), false).isEmpty();
    }

    private void drafts(String where, Map<Member, Long> shown) {
        var members = new HashSet<>(history.drafts().keySet());
        members.addAll(shown.keySet());
        members.removeAll(history.unsureDrafts());
        for (var member : members) {
            long wanted = history.drafts().getOrDefault(member, Digest.NOTHING);
            long found = shown.getOrDefault(member, Digest.NOTHING);
            if (wanted == found) continue;
            String what = found == Digest.NOTHING
                    ? "it is missing"
                    : wanted == Digest.NOTHING ? "it was discarded" : "it is not the last one";
            findings.add(Violation.draft(member.conversation(), member.user(), where, what));
        }
    }
}
