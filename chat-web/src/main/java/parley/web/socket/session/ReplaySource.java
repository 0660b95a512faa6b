package parley.web.socket.session;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/**
 * What a client that came back has missed: kept outside of the socket's queue, and pulled by its writer when nothing
 * else waits.
 */
public interface ReplaySource {

    /** What a pull gives. */
    sealed interface Pulled {

        record Frames(List<String> frames) implements Pulled {}

        /** Nothing can be had now; ask again after that time. */
        record Later(long nanos) implements Pulled {}

        /** Everything was given. */
        record End() implements Pulled {}

        /** The rest cannot be had: the client has to come back. */
        record Lost(String reason) implements Pulled {}
    }

    /** An answer that stands for what it was given to at {@code pos}. */
    interface PlacedAnswer {

        /** @param prev what was shown before it on this socket, or null where that is not known */
        String frame(Position prev);
    }

    /** May wait; called by the writer only. */
    Pulled pull();

    /** Whether what is said in the conversation goes to the socket at once: what was missed before it has been given. */
    boolean isLive(ConversationId conversation);

    /**
     * Keeps an answer until its place among what was missed has come.
     *
     * @param askedNanos {@link System#nanoTime} when the answer was asked for
     * @return false where the conversation is live, and the answer is to be sent now
     */
    boolean hold(ConversationId conversation, Position pos, PlacedAnswer answer, long askedNanos);

    /** The answers that cannot wait for their place any longer. */
    List<String> overdue(long nowNanos);
}
