package parley.web.socket.session;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/**
 * What a reconnecting client missed. It is kept outside the socket's queue, and the writer pulls it when nothing else
 * waits.
 */
public interface ReplaySource {

    /** The result of a pull. */
    sealed interface Pulled {

        record Frames(List<String> frames) implements Pulled {}

        /** Nothing is available now; pull again after that time. */
        record Later(long nanos) implements Pulled {}

        /** Everything was returned. */
        record End() implements Pulled {}

        /** The rest is not available; the client has to reconnect. */
        record Lost(String reason) implements Pulled {}
    }

    /** An answer that stands for the item at {@code pos}. */
    interface PlacedAnswer {

        /** @param prev the position shown before it on this socket, or null if unknown */
        String frame(Position prev);
    }

    /** May block; called by the writer only. */
    Pulled pull();

    /** Whether frames of the conversation go to the socket at once, because everything missed before was sent. */
    boolean isLive(ConversationId conversation);

    /**
     * Keeps an answer until its place among the missed items has come.
     *
     * @param askedNanos {@link System#nanoTime} of the request
     * @return false if the conversation is live and the answer must be sent now
     */
    boolean hold(ConversationId conversation, Position pos, PlacedAnswer answer, long askedNanos);

    /** The answers that cannot wait for their place any longer. */
    List<String> overdue(long nowNanos);
}
