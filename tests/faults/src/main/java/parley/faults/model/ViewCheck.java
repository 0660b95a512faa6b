package parley.faults.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import parley.faults.model.FinalState.Member;
import parley.faults.model.Lines.Line;

/** Compares the history of each node and the view of each client with the log, line by line. */
final class ViewCheck {

    private final History history;
    private final Evidence evidence;
    private final ExpectedState expected;
    private final GroupOrder order;
    private final Findings findings;
    private final Map<Long, Map<Long, Key>> keys = new HashMap<>();
    private long compared;

    ViewCheck(History history, Evidence evidence, ExpectedState expected, GroupOrder order, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.expected = expected;
        this.order = order;
        this.findings = findings;
    }

    /** @return the number of lines compared */
    long check() {
        evidence.pages()
                .forEach((node, conversations) -> conversations.forEach(
                        (conversation, lines) -> check("the history of node " + node, conversation, 0, lines, true)));
        for (var view : history.views()) {
            var channel = history.channels().get(view.conversation());
            long readable = order.readableFrom(new Member(view.conversation(), view.user()), channel);
            long from = Math.max(view.from(), readable);
            check("the view of " + view.device(), view.conversation(), from, view.lines(), false);
        }
        return compared;
    }

    private void check(String where, long conversation, long from, Lines shown, boolean isHistory) {
        var lines = expected.lines(conversation);
        var positions = new TreeSet<>(shown.from(from).keySet());
        positions.addAll(lines.from(from).keySet());
        compared += positions.size();
        for (long pos : positions) {
            var found = shown.get(pos);
            var line = lines.get(pos);
            if (line == null) extra(where, conversation, pos, found, lines);
            else if (found == null) missing(where, conversation, pos, isHistory);
            else if (isHistory ? !found.isSame(line) : !found.looksLike(line))
                differs(where, conversation, pos, found, line);
        }
    }

    private void differs(String where, long conversation, long pos, Line found, Line line) {
        String how = found.identity() != line.identity()
                ? "it has another sender, cid or reply target"
                : "%s instead of %s".formatted(found.fold(), line.fold());
        findings.add(Violation.diverged(conversation, pos, where, how));
    }

    private void extra(String where, long conversation, long pos, Line found, Lines lines) {
        findings.add(lines.from(0).entrySet().stream()
                .filter(each -> each.getValue().identity() == found.identity())
                .findFirst()
                .map(each -> Violation.diverged(
                        conversation, pos, where, "it is shown twice; the log has it at " + each.getKey()))
                .orElseGet(() -> Violation.unknown(conversation, pos, where)));
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
