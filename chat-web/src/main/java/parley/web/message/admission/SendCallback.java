package parley.web.message.admission;

import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;

/** Receives the outcome of a send, exactly once. */
public interface SendCallback {

    /** Called before the outcome, if the text names users whom it does not mention. */
    default void onNotMentioned(NotMentioned who) {}

    /**
     * @param prev the position of the record before it in its conversation, or null
     * @param dup whether it was accepted before
     */
    void onAccepted(AppendResult place, Position prev, boolean dup);

    void onRefused(Refused why);

    /** The log already has this key at {@code first}; nothing is delivered for this send. */
    default void onRepeated(AppendResult first) {
        onAccepted(first, null, true);
    }
}
