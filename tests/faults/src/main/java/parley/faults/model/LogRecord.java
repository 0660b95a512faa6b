package parley.faults.model;

/**
 * A record of {@code chat_messages}.
 *
 * @param key null if the record is unreadable
 * @param target the message that it changes or replies to; of a member record, the user
 * @param digest of the body
 * @param on of a reaction; for a member record whether the user joins
 * @param shown of a member record
 * @param details what only some kinds have
 */
public record LogRecord(
        LogOffset logOffset,
        int epoch,
        long appendedAt,
        long admitted,
        Kind kind,
        Key key,
        long target,
        long digest,
        String emoji,
        boolean on,
        boolean shown,
        Details details) {

    private static final long VOID_AFTER_MILLIS = 60_000;
    private static final int OFFSET_BITS = 40;

    LogRecord(
            LogOffset logOffset,
            int epoch,
            long appendedAt,
            long admitted,
            Kind kind,
            Key key,
            long target,
            long digest,
            String emoji,
            boolean on,
            boolean shown) {
        this(logOffset, epoch, appendedAt, admitted, kind, key, target, digest, emoji, on, shown, Details.NONE);
    }

    public long pos() {
        return (long) epoch << OFFSET_BITS | logOffset.offset();
    }

    public boolean isVoid() {
        return appendedAt > admitted + VOID_AFTER_MILLIS;
    }

    /** The digest that {@link Sent} has for the same send. */
    public long sentDigest() {
        return kind == Kind.REACTION ? reaction(emoji, on) : digest;
    }

    public static long reaction(String emoji, boolean on) {
        return Digest.of(Digest.of(emoji), on ? 1 : 0);
    }

    public Change change() {
        return new Change(kind, target, pos(), key.actor(), digest, emoji, on);
    }
}
