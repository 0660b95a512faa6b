package parley.faults.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is shown, by each node and to each client, against the log: line by line. */
final class Views {

    private final History history;
    private final Evidence evidence;
    private final Truth truth;
    private final Findings findings;
    private final Map<Long, Set<Long>> injected = new HashMap<>();
    private final Map<Long, Map<Long, Key>> keys = new HashMap<>();
    private long compared;

    Views(History history, Evidence evidence, Truth truth, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.truth = truth;
        this.findings = findings;
        for (var record : evidence.log()) {
            if (record.key() == null || !history.isInjected(record.place())) continue;
            injected.computeIfAbsent(record.key().conversation(), c -> new HashSet<>())
                    .add(record.pos());
        }
    }

    /** @return how many lines were compared */
    long check() {
        evidence.pages()
                .forEach((node, conversations) -> conversations.forEach(
                        (conversation, lines) -> check("the history of node " + node, conversation, 0, lines, true)));
        for (var view : history.views()) {
            check("the view of " + view.device(), view.conversation(), view.from(), view.lines(), false);
        }
        return compared;
    }

    private void check(String where, long conversation, long from, Lines held, boolean history) {
        var lines = truth.lines(conversation);
        int i = held.from(from);
        int j = lines.from(from);
        while (i < held.size() || j < lines.size()) {
            long mine = i < held.size() ? held.pos(i) : Long.MAX_VALUE;
            long its = j < lines.size() ? lines.pos(j) : Long.MAX_VALUE;
            compared++;
            if (injected.getOrDefault(conversation, Set.of()).contains(Math.min(mine, its))) {
                if (mine <= its) i++;
                if (its <= mine) j++;
            } else if (mine == its) {
                if (!held.same(i, lines, j)) differs(where, conversation, held, i, lines, j);
                i++;
                j++;
            } else if (mine < its) {
                extra(where, conversation, held, i++, lines);
            } else {
                missing(where, conversation, lines, j++, history);
            }
        }
    }

    private void differs(String where, long conversation, Lines held, int i, Lines lines, int j) {
        String how = held.identity(i) != lines.identity(j)
                ? "it is somebody else's, or has another cid"
                : "%s instead of %s".formatted(held.fold(i), lines.fold(j));
        findings.add(new Violation.Diverged(conversation, held.pos(i), where, how));
    }

    private void extra(String where, long conversation, Lines held, int i, Lines lines) {
        for (int j = 0; j < lines.size(); j++) {
            if (lines.identity(j) != held.identity(i)) continue;
            findings.add(new Violation.Diverged(
                    conversation, held.pos(i), where, "shown once more; the log has it at " + lines.pos(j)));
            return;
        }
        findings.add(new Violation.Unknown(conversation, held.pos(i), where));
    }

    private void missing(String where, long conversation, Lines lines, int j, boolean history) {
        long pos = lines.pos(j);
        var key = keyAt(conversation, pos);
        if (history && key != null) findings.add(new Violation.Lost(key, pos, where));
        else findings.add(new Violation.Diverged(conversation, pos, where, "it is missing"));
    }

    /** Only asked where something is wrong: then, all places are looked up once. */
    private Key keyAt(long conversation, long pos) {
        if (keys.isEmpty()) {
            for (var judged : truth.counting()) {
                var record = judged.record();
                keys.computeIfAbsent(record.key().conversation(), c -> new HashMap<>())
                        .put(record.pos(), record.key());
            }
        }
        return keys.getOrDefault(conversation, Map.of()).get(pos);
    }
}
