package parley.faults.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A short run without violations, in which a test can cause one. */
final class SampleRun {

    static final long ADA = 1;
    static final long KIM = 2;
    static final long TALK = 7;
    static final int PARTITION = 3;

    final History history = new History();
    final List<LogRecord> log = new ArrayList<>();
    final List<Evidence.MessageRow> messages = new ArrayList<>();
    final List<Evidence.EventRow> events = new ArrayList<>();
    final List<Evidence.RepeatRow> repeats = new ArrayList<>();
    final Map<Integer, Long> nextOffsets = new HashMap<>();
    final Set<LogOffset> deadLetters = new HashSet<>();
    final FinalState state = FinalState.empty();
    final Lines page = new Lines();
    final Lines view = new Lines();
    private long names;

    /**
     * Ada creates the conversation with Kim (offsets 0 and 1) and sends one (2) and two (3), Kim answers (4), Ada edits
     * one (5), Kim reacts to it (6), two is repeated (7), Ada revokes it (8), a reaction of Kim's comes after the revoke
     * (9), one of Ada's is void (10). Kim's last message (11) is not acknowledged.
     */
    SampleRun() {
        history.membership(new Membership(TALK, ADA, ADA, Membership.INITIAL, true));
        history.membership(new Membership(TALK, ADA, KIM, Membership.INITIAL, true));
        member(ADA);
        member(KIM);
        var one = said(ADA, "one", true);
        var two = said(ADA, "two", true);
        said(KIM, "three", true);
        changed(ADA, Kind.EDITED, 2, "uno", null, false);
        changed(KIM, Kind.REACTION, 2, null, "👍", true);
        var logOffset = next();
        log.add(new LogRecord(logOffset, 0, 1_000, 1_000, Kind.MESSAGE, two, 0, Digest.of("two"), null, false, false));
        repeats.add(new Evidence.RepeatRow(logOffset, "repeat", 3));
        changed(ADA, Kind.REVOKED, 3, null, null, false);
        erased(3);
        late(KIM, "revoked", 1_000, 1_000);
        late(ADA, "void", 62_000, 1_000);
        said(KIM, "never acknowledged", false);
        nextOffsets.put(PARTITION, (long) log.size());
        for (var lines : List.of(page, view)) {
            lines.show(
                    2,
                    one.identity(0),
                    Fold.of(Digest.of("one")).edited(5, Digest.of("uno")).reacted(6, "👍", KIM, true),
                    0);
            lines.show(3, two.identity(0), Fold.of(Digest.of("two")).revoked(8), 0);
            lines.show(4, log.get(4).key().identity(0), Fold.of(Digest.of("three")), 0);
            lines.show(11, log.get(11).key().identity(0), Fold.of(Digest.of("never acknowledged")), 0);
        }
        history.view(new View("kim/0", KIM, TALK, 0, view));
    }

    Verdict check() {
        return Model.check(
                history,
                new Evidence(
                        log,
                        messages,
                        events,
                        repeats,
                        nextOffsets,
                        deadLetters,
                        Map.of("one", Map.of(TALK, page)),
                        state));
    }

    /** Ada revokes a message. Its row is erased, the rows of its edits are not. */
    void revoked(long pos) {
        changed(ADA, Kind.REVOKED, pos, null, null, false);
        erased(pos);
        long at = log.size() - 1;
        for (var lines : List.of(page, view)) lines.change(new Change(Kind.REVOKED, pos, at, ADA, 0, null, false));
        nextOffsets.put(PARTITION, (long) log.size());
    }

    LogOffset next() {
        return new LogOffset(PARTITION, log.size());
    }

    Key name(long actor) {
        return Key.of(TALK, actor, new UUID(0x7000, names++));
    }

    private void member(long user) {
        var logOffset = next();
        var key = name(ADA);
        log.add(new LogRecord(logOffset, 0, 1_000, 1_000, Kind.MEMBER, key, user, 0, null, true, false));
        events.add(new Evidence.EventRow(logOffset, key, logOffset.offset(), Kind.MEMBER, user, 0));
    }

    Key said(long actor, String text, boolean acknowledged) {
        var logOffset = next();
        var key = name(actor);
        var sent = history.send(key, Kind.MESSAGE, 0, Digest.of(text), "a device");
        log.add(new LogRecord(logOffset, 0, 1_000, 1_000, Kind.MESSAGE, key, 0, Digest.of(text), null, false, false));
        messages.add(new Evidence.MessageRow(
                logOffset, key, logOffset.offset(), messages.size() + 1, 0, Digest.of(text), 0));
        if (acknowledged) history.acknowledged(sent, logOffset.offset(), false, false, "a device");
        return key;
    }

    private void changed(long actor, Kind kind, long target, String text, String emoji, boolean on) {
        var logOffset = next();
        var key = name(actor);
        var record = new LogRecord(logOffset, 0, 1_000, 1_000, kind, key, target, Digest.of(text), emoji, on, false);
        var sent = history.send(key, kind, target, record.sentDigest(), "a device");
        log.add(record);
        events.add(new Evidence.EventRow(logOffset, key, logOffset.offset(), kind, target, Digest.of(text)));
        history.acknowledged(sent, logOffset.offset(), false, false, "a device");
    }

    /** Removes the text from the row of a revoked message. */
    private void erased(long pos) {
        messages.replaceAll(row -> row.pos() != pos
                ? row
                : new Evidence.MessageRow(
                        row.logOffset(), row.key(), pos, row.seq(), row.state(), Digest.NOTHING, row.replyTo()));
    }

    private void late(long actor, String why, long appended, long admitted) {
        var logOffset = next();
        var key = name(actor);
        history.refused(history.send(key, Kind.REACTION, 3, LogRecord.reaction("👀", true), "a device"), "conflict");
        log.add(new LogRecord(logOffset, 0, appended, admitted, Kind.REACTION, key, 3, 0, "👀", true, false));
        repeats.add(new Evidence.RepeatRow(logOffset, why, -1));
    }
}
