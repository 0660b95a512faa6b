package parley.faults.model;

import java.time.Instant;
import java.util.StringJoiner;

/** The life of one message: sent, in the log, acknowledged, delivered, stored. */
final class Story {

    private static final int TENTHS_MILLIS = 100;

    private final History history;
    private final Evidence evidence;

    Story(History history, Evidence evidence) {
        this.history = history;
        this.evidence = evidence;
    }

    String of(Key key) {
        var story = new StringJoiner("\n    ", key + ":\n    ", "");
        for (var one : history.sent()) {
            if (one.key().equals(key)) sent(one, story);
        }
        for (var record : evidence.log()) {
            if (!key.equals(record.key())) continue;
            story.add("in the log at %s (place %d), %s, admitted %s"
                    .formatted(record.place(), record.pos(), at(record.appendedAt()), at(record.admitted())));
            delivered(key.conversation(), record.pos(), story);
            long stored = history.stored().storedBy(record.place());
            story.add(stored == 0 ? "not seen stored" : "seen stored at " + at(stored));
        }
        return story.toString();
    }

    /** The story of what stands at a place, or an empty one. */
    String of(long conversation, long pos) {
        for (var record : evidence.log()) {
            boolean it = record.key() != null && record.key().conversation() == conversation && record.pos() == pos;
            if (it) return of(record.key());
        }
        return "";
    }

    private void sent(Sent one, StringJoiner story) {
        story.add("%s sent at %s by %s, %d tries".formatted(one.kind(), at(one.sentAtMillis()), one.by(), one.tries()));
        if (one.refusedWith() != null) story.add("refused with " + one.refusedWith());
        story.add(
                one.isAcknowledged()
                        ? "acknowledged at %s: %d".formatted(at(one.acknowledgedAtMillis()), one.pos())
                        : "never acknowledged");
    }

    private void delivered(long conversation, long pos, StringJoiner story) {
        for (var view : history.views()) {
            if (view.conversation() != conversation || view.from() > pos) continue;
            int index = view.lines().index(pos);
            story.add(view.device()
                    + (index < 0
                            ? " does not hold it"
                            : " has it since "
                                    + at(history.beganMillis()
                                            + (long) view.lines().seen(index) * TENTHS_MILLIS)));
        }
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
