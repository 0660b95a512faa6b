package parley.faults.model;

/** Compares what clients did and saw with what the log, the database and the history contain. */
public final class Model {

    private static final int TRACES = 10;

    private Model() {}

    public static Verdict check(History history, Evidence evidence) {
        var findings = new Findings();
        history.seen().forEach(findings::add);
        var expected = ExpectedState.of(evidence.log(), findings);
        new OffsetCheck(evidence, expected, findings).check();
        new SendCheck(history, expected, findings).check();
        var order = GroupOrder.of(history, evidence, expected);
        new GroupCheck(history, evidence, expected, order, findings).check();
        var unread = new Counts(history, evidence, expected, order);
        new OwnStateCheck(history, evidence, expected, unread, findings).check();
        long compared = new ViewCheck(history, evidence, expected, order, findings).check();
        var trace = new MessageTrace(history, evidence);
        var traces = findings.kept().stream()
                .map(trace::of)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(TRACES)
                .toList();
        return new Verdict(counts(history, evidence, expected, compared), findings.counts(), findings.kept(), traces);
    }

    private static Verdict.Counts counts(History history, Evidence evidence, ExpectedState expected, long compared) {
        var unacknowledged =
                history.sent().stream().filter(one -> !one.isAcknowledged()).toList();
        return new Verdict.Counts(
                history.sent().size(),
                history.sent().size() - unacknowledged.size(),
                unacknowledged.size(),
                unacknowledged.stream()
                        .filter(one -> expected.first(one.key()) != null)
                        .count(),
                history.counts().getOrDefault("repeats", 0L),
                evidence.log().size(),
                evidence.messages().size(),
                evidence.events().size(),
                skipped(evidence, "repeat"),
                skipped(evidence, "void"),
                skipped(evidence, "revoked"),
                skipped(evidence, "parked"),
                history.conversations().size(),
                history.views().size(),
                compared,
                evidence.state().values());
    }

    private static long skipped(Evidence evidence, String why) {
        return evidence.repeats().stream().filter(row -> row.why().equals(why)).count();
    }
}
