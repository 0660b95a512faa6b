package parley.faults.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every offset of the log against the rows of the database: each is accounted for once, as the rules say. */
final class Accounting {

    private static final int UNSTORABLE = 1;

    private final History history;
    private final Evidence evidence;
    private final Truth truth;
    private final Findings findings;
    private final Map<Integer, Set<Long>> accounted = new HashMap<>();

    Accounting(History history, Evidence evidence, Truth truth, Findings findings) {
        this.history = history;
        this.evidence = evidence;
        this.truth = truth;
        this.findings = findings;
    }

    void check() {
        findings.addAll(truth.holes());
        onlyOnce();
        evidence.messages().forEach(this::message);
        evidence.events().forEach(this::event);
        evidence.repeats().forEach(this::passed);
        for (var record : evidence.log()) {
            boolean found = accounted
                    .getOrDefault(record.place().partition(), Set.of())
                    .contains(record.place().offset());
            if (!found)
                findings.add(new Violation.Unaccounted(
                        record.place(),
                        "no row, no repeat, not parked; next_offset is "
                                + evidence.nextOffsets().get(record.place().partition())));
        }
        numbers();
    }

    private void onlyOnce() {
        var names = new HashSet<Key>();
        for (var row : evidence.messages()) {
            if (!names.add(row.key())) findings.add(new Violation.Doubled(row.key(), row.pos(), "the database"));
        }
        for (var row : evidence.events()) {
            if (!names.add(row.key())) findings.add(new Violation.Doubled(row.key(), row.at(), "the database"));
        }
    }

    private void message(Evidence.MessageRow row) {
        var judged = truth.at(row.place());
        if (judged == null
                || judged.record().key() == null
                || !judged.record().key().equals(row.key())
                || judged.record().pos() != row.pos()) {
            findings.add(new Violation.Orphan(row.place(), "message row"));
            return;
        }
        account(row.place(), judged.fate(), "message");
        if (history.isInjected(row.place())) return;
        if (row.state() == UNSTORABLE) {
            findings.add(new Violation.Lost(row.key(), row.pos(), "the database, where it is parked"));
        } else if (judged.fate().is() != Fate.Is.MESSAGE) {
            findings.add(new Violation.Misjudged(row.place(), judged.fate().word(), "message"));
        } else if (differs(row.key(), row.pos(), row.digest(), judged.record(), "its row")
                || row.replyTo() != judged.record().target()) {
            findings.add(new Violation.Altered(row.key(), row.pos(), "the database"));
        }
    }

    private void event(Evidence.EventRow row) {
        var judged = truth.at(row.place());
        if (judged == null
                || !row.key().equals(judged.record().key())
                || judged.record().pos() != row.at()) {
            findings.add(new Violation.Orphan(row.place(), "event row"));
            return;
        }
        account(row.place(), judged.fate(), "event");
        var record = judged.record();
        if (judged.fate().is() != Fate.Is.EVENT) {
            findings.add(new Violation.Misjudged(row.place(), judged.fate().word(), "event"));
        } else if (row.kind() != record.kind()
                || row.target() != record.target()
                || differs(row.key(), row.target(), row.digest(), record, "the row of an edit of it")) {
            findings.add(new Violation.Altered(row.key(), row.at(), "the database"));
        }
    }

    /** Of a message that is revoked no text is left; any other is as it was sent. */
    private boolean differs(Key key, long pos, long digest, LogRecord record, String where) {
        if (!truth.isRevoked(key.conversation(), pos)) return digest != record.digest();
        if (digest == Digest.NOTHING) return false;
        findings.add(new Violation.Unerased(key.conversation(), pos, where));
        return digest != record.digest();
    }

    private void passed(Evidence.RepeatRow row) {
        var judged = truth.at(row.place());
        if (judged == null) {
            findings.add(new Violation.Orphan(row.place(), row.why() + " row"));
            return;
        }
        account(row.place(), judged.fate(), row.why());
        boolean parked = row.why().equals("parked");
        if (parked && !evidence.deadLetters().contains(row.place())) {
            findings.add(new Violation.Unaccounted(row.place(), "parked, and not in the dead letters"));
        }
        if (parked && history.isInjected(row.place())) return;
        if (!judged.fate().word().equals(row.why())) {
            findings.add(new Violation.Misjudged(row.place(), judged.fate().word(), row.why()));
        } else if (judged.fate().firstPos() != row.firstPos()) {
            findings.add(new Violation.Misjudged(
                    row.place(), "a repeat of " + judged.fate().firstPos(), "of " + row.firstPos()));
        }
    }

    private void account(Place place, Fate fate, String as) {
        if (accounted.computeIfAbsent(place.partition(), p -> new HashSet<>()).add(place.offset())) return;
        findings.add(new Violation.Misjudged(place, fate.word() + " once", as + " as well as something else"));
    }

    /** The numbers of a conversation's messages, from 1, without holes. */
    private void numbers() {
        var byConversation = new HashMap<Long, List<Evidence.MessageRow>>();
        for (var row : evidence.messages()) {
            byConversation
                    .computeIfAbsent(row.key().conversation(), c -> new ArrayList<>())
                    .add(row);
        }
        byConversation.forEach((conversation, rows) -> {
            rows.sort(Comparator.comparingLong(Evidence.MessageRow::pos));
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                if (row.seq() == i + 1) continue;
                findings.add(new Violation.Misnumbered(conversation, row.pos(), i + 1, row.seq()));
                return;
            }
        });
    }
}
