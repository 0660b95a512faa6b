package parley.web.socket.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.web.socket.session.ReplaySource.PlacedAnswer;

/**
 * Answers to sends in conversations that are being caught up. An answer is sent in the order of positions if its place
 * comes soon, otherwise out of order and without {@code prev}; in either case it stands for the message.
 */
final class DeferredAnswers {

    /** A frame must be answered within 10 s. */
    private static final long TIMEOUT_NANOS = 8_000_000_000L;

    private record Place(ConversationId conversation, Position pos) {}

    /** @param answer null once it was sent */
    private record Held(PlacedAnswer answer, long askedNanos) {}

    private final Map<Place, Held> held = new HashMap<>();

    synchronized void hold(ConversationId conversation, Position pos, PlacedAnswer answer, long askedNanos) {
        held.put(new Place(conversation, pos), new Held(answer, askedNanos));
    }

    /** Whether an answer stands for the item at that position. */
    synchronized boolean has(ConversationId conversation, Position pos) {
        return held.containsKey(new Place(conversation, pos));
    }

    /** The answer whose place has come, or null if it was sent before. */
    synchronized PlacedAnswer take(ConversationId conversation, Position pos) {
        var taken = held.remove(new Place(conversation, pos));
        return taken == null ? null : taken.answer;
    }

    synchronized List<String> overdue(long nowNanos) {
        var frames = new ArrayList<String>();
        held.replaceAll((place, each) -> {
            if (each.answer == null || nowNanos - each.askedNanos < TIMEOUT_NANOS) return each;
            frames.add(each.answer.frame(null));
            return new Held(null, each.askedNanos);
        });
        return frames;
    }
}
