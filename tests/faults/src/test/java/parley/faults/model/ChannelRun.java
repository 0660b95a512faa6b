package parley.faults.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import parley.faults.model.FinalState.Attributes;
import parley.faults.model.FinalState.Counter;
import parley.faults.model.FinalState.Member;
import parley.faults.model.FinalState.Receipt;
import parley.faults.model.FinalState.Total;

/**
 * A private channel whose new members read from joining on: Ada, the owner, writes (2), Kim joins (3) and becomes a
 * moderator (4), Ada renames the channel (5), mentions Kim (6), writes (7) and edits it to mention Kim (8), revokes
 * another mention of Kim (9, revoked at 10), and Bo, a member from the beginning, is removed (11). Kim reads up to 7, and
 * then sets the place back to 6.
 */
final class ChannelRun {

    static final long ADA = 1;
    static final long KIM = 2;
    static final long BO = 3;
    static final long CHANNEL = 9;
    static final Member KIMS = new Member(CHANNEL, KIM);
    static final Member BOS = new Member(CHANNEL, BO);
    static final String NODE = "one";

    final History history = new History();
    final List<LogRecord> log = new ArrayList<>();
    final FinalState state = FinalState.empty();

    ChannelRun() {
        history.channel(new History.Channel(CHANNEL, true, true, "first"));
        member(ADA, "owner", false);
        member(BO, "member", false);
        record(Kind.MESSAGE, 0, Details.NONE);
        member(KIM, "member", true);
        member(KIM, "moderator", true);
        changed("second");
        record(Kind.MESSAGE, 0, Details.naming(KIM));
        record(Kind.MESSAGE, 0, Details.NONE);
        record(Kind.EDITED, 7, Details.naming(KIM));
        record(Kind.MESSAGE, 0, Details.naming(KIM));
        record(Kind.REVOKED, 9, Details.NONE);
        member(BO, null, true);
        history.received(CHANNEL, KIM, 3);
        history.received(CHANNEL, BO, 10);
        state.receipts().add(new Receipt(KIMS, 7, null));
        state.receipts().add(new Receipt(KIMS, 5, 10L));
        history.place(KIMS, new History.AcknowledgedPlace(6, true));
        state.counters().add(new Counter(NODE, KIMS, 2, 2));
        state.totals().add(new Total(NODE, KIM, List.of(CHANNEL), 2, 2));
        history.draft(KIMS, Digest.of("a draft"));
        for (var holder : List.of(NODE, StateReader.DATABASE)) {
            state.roles().put(holder, new HashMap<>(Map.of(new Member(CHANNEL, ADA), "owner", KIMS, "moderator")));
            state.groups().put(holder, new HashMap<>(Map.of(CHANNEL, new Attributes("second", false))));
            state.drafts().put(holder, new HashMap<>(Map.of(KIMS, Digest.of("a draft"))));
        }
    }

    /** Only what is not about single messages and rows. */
    Set<Violation.Type> violations() {
        var findings = new Findings();
        var evidence = new Evidence(log, List.of(), List.of(), List.of(), Map.of(), Set.of(), Map.of(), state);
        var expected = ExpectedState.of(log, findings);
        var order = GroupOrder.of(history, evidence, expected);
        new SendCheck(history, expected, findings).check();
        new GroupCheck(history, evidence, expected, order, findings).check();
        new OwnStateCheck(history, evidence, expected, new Counts(history, evidence, expected, order), findings)
                .check();
        new ViewCheck(history, evidence, expected, order, findings).check();
        return findings.counts().keySet();
    }

    void member(long user, String role, boolean shown) {
        history.membership(new Membership(CHANNEL, ADA, user, shown ? role : Membership.INITIAL, true));
        add(Kind.MEMBER, user, role != null, shown, role == null ? Details.NONE : Details.role(role));
    }

    private void changed(String title) {
        history.groupChange(new History.GroupChange(CHANNEL, ADA, title, null, true));
        add(Kind.CHANGED, 0, false, true, Details.change(title, null));
    }

    private void record(Kind kind, long target, Details details) {
        var key = add(kind, target, false, false, details);
        history.acknowledged(history.send(key, kind, target, 5, "a device"), log.size() - 1, false, false, "a device");
    }

    private Key add(Kind kind, long target, boolean on, boolean shown, Details details) {
        var key = Key.of(CHANNEL, ADA, new UUID(0x7000, log.size()));
        log.add(new LogRecord(new LogOffset(0, log.size()), 0, 1, 1, kind, key, target, 5, null, on, shown, details));
        return key;
    }
}
