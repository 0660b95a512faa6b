package parley.domain.conversation.entity;

import parley.domain.identity.Position;

/**
 * How far a member has read a conversation. Three kinds of records move the place: receipts, in the order of
 * {@code chat_receipts}; the member's own messages; and the record with which they joined. The result does not depend
 * on how receipts and the other two are interleaved, so nodes and persisters agree although they read two topics.
 *
 * @param place messages after it are unread
 * @param sent no own message is after both it and {@code place}; if it is after {@code backAt}, it is one, or the place of joining
 * @param backAt the greatest end of the log at which the place was set back: what the member sent up to there does not
 *     move it. It only grows, so that {@code sent} can include places that were not sent but are before it
 * @param seen the greatest place ever, which other members are shown
 * @param receipt the order of the last receipt that is included, or {@link #NO_RECEIPT}
 * @param joined the version of the membership with which the member joined, or 0 if unknown
 */
public record ReadPlace(Position place, Position sent, Position backAt, Position seen, long receipt, long joined) {

    public static final long NO_RECEIPT = -1;

    private static final Position START = new Position(0);

    /** What is assumed of a member of whom nothing is known. */
    public static final ReadPlace UNKNOWN = new ReadPlace(START, START, START, START, NO_RECEIPT, 0);

    /** After a record of the member's own: a message, or the record with which they joined. */
    public ReadPlace sent(Position pos) {
        return new ReadPlace(
                pos.isAfter(backAt) ? later(place, pos) : place,
                later(sent, pos),
                backAt,
                later(seen, pos),
                receipt,
                joined);
    }

    /** After receipts; those that are already included change nothing. */
    public ReadPlace with(PlaceChange change) {
        if (change.order() <= receipt) return this;
        var nowSeen = later(seen, change.seen());
        if (!change.setsBack())
            return new ReadPlace(later(place, change.place()), sent, backAt, nowSeen, change.order(), joined);
        var end = later(backAt, change.end());
        boolean sentLater = sent.isAfter(end);
        return new ReadPlace(
                sentLater ? later(sent, change.place()) : change.place(),
                sentLater ? sent : later(sent, earlier(place, end)),
                end,
                nowSeen,
                change.order(),
                joined);
    }

    /** For a member who may read from {@code first} on: nothing before it is unread. */
    public ReadPlace readableFrom(Position first) {
        var before = new Position(Math.max(0, first.value() - 1));
        return before.isAfter(place) ? new ReadPlace(before, sent, backAt, seen, receipt, joined) : this;
    }

    /** Whether messages of the member's own may be after the place. */
    public boolean mayHaveSentAfter() {
        return sent.isAfter(place);
    }

    /** Whether something that the member sent before they set the place back may be after it. */
    public boolean isSetBack() {
        return backAt.isAfter(place);
    }

    /** Whether the member has sent something, or joined, after they last set the place back. */
    public boolean hasSentSince() {
        return sent.isAfter(backAt);
    }

    static Position later(Position one, Position other) {
        return one.isAfter(other) ? one : other;
    }

    private static Position earlier(Position one, Position other) {
        return one.isAfter(other) ? other : one;
    }
}
