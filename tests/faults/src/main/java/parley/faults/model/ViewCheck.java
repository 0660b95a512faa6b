package parley.faults.model;

import java.util.HashMap;
import java.util.Map;

/** Compares the history of each node and the view of each client with the log, line by line. */
final class ViewCheck {

    private final History history;
    private final Evidence evidence;
    private final ExpectedState expected;
    private final Findings findings;
    private final Map<Long, Map<Long, Key>> keys = new HashMap<>();
    private long compared;

    ViewCheck(History history, Evidence evidence, ExpectedState expected, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.expected = expected;
        this.findings = findings;
    }

    /** @return the number of lines compared */
    long check() {
        evidence.pages()
                .forEach((node, conversations) -> conversations.forEach(
                        (conversation, lines) -> check("the history of node " + node, conversation, 0, lines, true)));
        for (var view : history.views()) {
            check("the view of " + view.device(), view.conversation(), view.from(), view.lines(), false);
        }
        return compared;
    }

    private void check(String where, long conversation, long from, Lines held, boolean isHistory) {
        var lines = expected.lines(conversation);
        int i = held.from(from);
        int j = lines.from(from);
        while (i < held.size() || j < lines.size()) {
            long heldPos = i < held.size() ? held.pos(i) : Long.MAX_VALUE;
            long pos = j < lines.size() ? lines.pos(j) : Long.MAX_VALUE;
            compared++;
            if (heldPos < pos) extra(where, conversation, held, i, lines);
            else if (pos < heldPos) missing(where, conversation, pos, isHistory);
            else if (!held.same(i, lines, j)) differs(where, conversation, held, i, lines, j);
            if (heldPos <= pos) i++;
            if (pos <= heldPos) j++;
        }
    }

    private void differs(String where, long conversation, Lines held, int i, Lines lines, int j) {
        String how = held.identity(i) != lines.identity(j)
                ? "it has another sender, cid or reply target"
                : "%s instead of %s".formatted(held.fold(i), lines.fold(j));
        findings.add(Violation.diverged(conversation, held.pos(i), where, how));
    }

    private void extra(String where, long conversation, Lines held, int i, Lines lines) {
        for (int j = 0; j < lines.size(); j++) {
            if (lines.identity(j) != held.identity(i)) continue;
            findings.add(Violation.diverged(
                    conversation, held.pos(i), where, "it is shown twice; the log has it at " + lines.pos(j)));
            return;
        }
        findings.add(Violation.unknown(conversation, held.pos(i), where));
    }

    private void missing(String where, long conversation, long pos, boolean isHistory) {
        var key = keyAt(conversation, pos);
        if (isHistory && key != null) findings.add(Violation.lost(key, pos, where));
        else findings.add(Violation.diverged(conversation, pos, where, "it is missing"));
    }

    /** The index is built on the first use, because a run without violations does not need it. */
    private Key keyAt(long conversation, long pos) {
        if (keys.isEmpty()) {
            for (var row : expected.rows()) {
                var record = row.record();
                keys.computeIfAbsent(record.key().conversation(), c -> new HashMap<>())
                        .put(record.pos(), record.key());
            }
        }
        return keys.getOrDefault(conversation, Map.of()).get(pos);
    }
}
