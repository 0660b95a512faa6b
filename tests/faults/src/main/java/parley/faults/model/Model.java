package parley.faults.model;

import java.util.LinkedHashSet;
import java.util.List;

/** Holds what clients did and saw against what is there afterwards. */
public final class Model {

    private static final int STORIES = 10;

    private Model() {}

    public static Verdict check(History history, Evidence evidence) {
        var findings = new Findings();
        findings.addAll(history.seen());
        var truth = Truth.of(evidence.log());
        new Accounting(history, evidence, truth, findings).check();
        var tallies = new Promises(history, truth, findings).check();
        long compared = new Views(history, evidence, truth, findings).check();
        var counts = new Verdict.Counts(
                tallies.sent,
                tallies.acknowledged,
                tallies.unacknowledged,
                tallies.unacknowledgedInLog,
                history.counts().getOrDefault("repeats", 0L),
                evidence.log().size(),
                evidence.messages().size(),
                evidence.events().size(),
                passed(evidence, "repeat"),
                passed(evidence, "void"),
                passed(evidence, "revoked"),
                passed(evidence, "parked"),
                history.conversations().size(),
                history.views().size(),
                compared);
        return new Verdict(
                counts, findings.counts(), findings.kept(), stories(findings.kept(), new Story(history, evidence)));
    }

    private static long passed(Evidence evidence, String why) {
        return evidence.repeats().stream().filter(row -> row.why().equals(why)).count();
    }

    private static List<String> stories(List<Violation> violations, Story story) {
        var told = new LinkedHashSet<String>();
        for (var violation : violations) {
            if (told.size() >= STORIES) break;
            told.add(
                    switch (violation) {
                        case Violation.Diverged(var conversation, var pos, var where, var how) ->
                            story.of(conversation, pos);
                        case Violation.Reordered(var conversation, var pos, var how) -> story.of(conversation, pos);
                        case Violation.Misnumbered(var conversation, var pos, var expected, var found) ->
                            story.of(conversation, pos);
                        case Violation.Unerased(var conversation, var pos, var where) -> story.of(conversation, pos);
                        case Violation.Unfolded(var conversation, var pos, var where, var how) ->
                            story.of(conversation, pos);
                        case Violation.Unknown(var conversation, var pos, var where) -> story.of(conversation, pos);
                        case Violation other when other.key() != null -> story.of(other.key());
                        case Violation other -> "";
                    });
        }
        told.remove("");
        return List.copyOf(told);
    }
}
