package parley.faults.model;

import java.util.Locale;

/**
 * A guarantee that does not hold.
 *
 * @param key the send that it is about, or null
 * @param conversation of the line that it is about, or 0
 */
public record Violation(Type type, String sentence, Key key, long conversation, long pos) {

    public enum Type {
        LOST,
        DUPLICATED,
        MOVED,
        DUP_MISSING,
        UNKNOWN,
        ALTERED,
        REORDERED,
        DIVERGED,
        UNACCOUNTED,
        MISCLASSIFIED,
        ORPHAN,
        MISNUMBERED,
        UNSETTLED,
        MEMBERSHIP,
        NOT_ERASED,
        STALE,
        ROLE,
        ATTRIBUTES,
        PRIVACY,
        PLACE,
        UNREAD,
        DRAFT,
        FILE,
        SEARCH,
        DURING_FAULT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static Violation about(Type type, Key key, long pos, String text) {
        return new Violation(type, text + ": " + key, key, key.conversation(), pos);
    }

    private static Violation at(Type type, long conversation, long pos, String text) {
        var sentence = "conversation %d, position %d %s".formatted(conversation, pos, text);
        return new Violation(type, sentence, null, conversation, pos);
    }

    private static Violation general(Type type, String sentence) {
        return new Violation(type, sentence, null, 0, 0);
    }

    /** Acknowledged, and not in the history. */
    static Violation lost(Key key, long pos, String where) {
        return about(Type.LOST, key, pos, "acknowledged at %d, but missing in %s".formatted(pos, where));
    }

    /** In the history more than once. */
    static Violation duplicated(Key key, long pos, String where) {
        return about(Type.DUPLICATED, key, pos, "twice in %s, the second time at %d".formatted(where, pos));
    }

    /** At another position than its ok said. */
    static Violation moved(Key key, long said, long found, String where) {
        return about(Type.MOVED, key, found, "acknowledged at %d, but at %d in %s".formatted(said, found, where));
    }

    /** A repeat of an acknowledged send whose ok did not say dup. */
    static Violation dupMissing(Key key, long pos, String by) {
        return about(Type.DUP_MISSING, key, pos, "the ok for a repeat at %d has no dup, to %s".formatted(pos, by));
    }

    /** Nobody sent it. */
    static Violation unknown(long conversation, long pos, String where) {
        return at(Type.UNKNOWN, conversation, pos, "was sent by nobody, but is in " + where);
    }

    /** It has another content than what was sent. */
    static Violation altered(Key key, long pos, String where) {
        return about(Type.ALTERED, key, pos, "the content at %d in %s is not what was sent".formatted(pos, where));
    }

    static Violation reordered(long conversation, long pos, long after, String where) {
        return at(Type.REORDERED, conversation, pos, "came after %d, in %s".formatted(after, where));
    }

    /** A view or a history differs from the log. */
    static Violation diverged(long conversation, long pos, String where, String how) {
        return at(Type.DIVERGED, conversation, pos, "differs from the log in %s: %s".formatted(where, how));
    }

    /** An offset that is neither stored nor recorded as skipped. */
    static Violation unaccounted(LogOffset logOffset, String what) {
        return general(Type.UNACCOUNTED, "offset %s of the log is unaccounted for: %s".formatted(logOffset, what));
    }

    /** An offset whose category is not what the contract says, or that has two. */
    static Violation misclassified(LogOffset logOffset, Object expected, Object found) {
        return general(
                Type.MISCLASSIFIED,
                "offset %s of the log should be %s and is %s".formatted(logOffset, expected, found));
    }

    /** A row whose record is not in the log. */
    static Violation orphan(LogOffset logOffset, String what) {
        return general(Type.ORPHAN, "the %s row of offset %s has no such record in the log".formatted(what, logOffset));
    }

    static Violation misnumbered(long conversation, long pos, long expected, long found) {
        return at(Type.MISNUMBERED, conversation, pos, "has number %d instead of %d".formatted(found, expected));
    }

    static Violation unsettled(String device, String why) {
        return general(Type.UNSETTLED, device + " did not settle: " + why);
    }

    /** Fewer membership changes in the log than acknowledged, or more than attempted. */
    static Violation membership(Membership change, long acknowledged, long attempted, long found) {
        return general(
                Type.MEMBERSHIP,
                "user %d %s conversation %d: %d acknowledged, %d attempted, %d in the log"
                        .formatted(
                                change.user(),
                                change.role() == null ? "leaves" : "becomes " + change.role() + " in",
                                change.conversation(),
                                acknowledged,
                                attempted,
                                found));
    }

    /** Revoked, and its text is still there. */
    static Violation notErased(long conversation, long pos, String where) {
        return at(Type.NOT_ERASED, conversation, pos, "is revoked, but its text is still in " + where);
    }

    /** Shown without a change that the node had already delivered. */
    static Violation stale(long conversation, long pos, String where, String how) {
        return at(Type.STALE, conversation, pos, "is out of date in %s: %s".formatted(where, how));
    }

    /** A group change that was acknowledged and is not in the log, or one in the log that nobody made. */
    static Violation attributes(long conversation, String what) {
        return general(Type.ATTRIBUTES, "group %d: %s".formatted(conversation, what));
    }

    /** A member has another role somewhere than the order of the log says; null is no member. */
    static Violation role(long conversation, long user, String where, String expected, String found) {
        return general(
                Type.ROLE,
                "user %d of conversation %d should be %s and is %s in %s"
                        .formatted(user, conversation, expected, found, where));
    }

    /** A user received what comes from a time when they were not a member. */
    static Violation privacy(long conversation, long user, long pos) {
        return at(Type.PRIVACY, conversation, pos, "was received by user %d, who may not read it".formatted(user));
    }

    /** An acknowledged place that has no effect. */
    static Violation place(long conversation, long user, String what) {
        return general(Type.PLACE, "the place of user %d in conversation %d: %s".formatted(user, conversation, what));
    }

    /** A counter that is not what log and place make of it. */
    static Violation unread(long user, String where, String what, long expected, long found) {
        return general(
                Type.UNREAD, "user %d, %s in %s: %d instead of %d".formatted(user, what, where, found, expected));
    }

    static Violation draft(long conversation, long user, String where, String what) {
        return general(
                Type.DRAFT,
                "the draft of user %d for conversation %d in %s: %s".formatted(user, conversation, where, what));
    }

    /** A message without its file, or a file that someone can read who may not. */
    static Violation file(Key key, String where, String how) {
        return about(Type.FILE, key, 0, "%s, in %s".formatted(how, where));
    }

    /** A message that search does not find as history shows it, or a hit that the caller must not get. */
    static Violation search(long conversation, long pos, String where, String how) {
        return at(Type.SEARCH, conversation, pos, "%s, in the search of %s".formatted(how, where));
    }

    /** A guarantee for the time of a fault that did not hold. */
    public static Violation duringFault(String fault, String node, String what, String how) {
        return general(Type.DURING_FAULT, "during \"%s\", at node %s, %s: %s".formatted(fault, node, what, how));
    }
}
