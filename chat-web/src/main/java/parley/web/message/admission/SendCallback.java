package parley.web.message.admission;

import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;

/** A caller that waits for the outcome of a record; told exactly once. */
public interface SendCallback {

    /**
     * @param prev what was before it in its conversation, or null
     * @param dup whether it had been accepted before
     */
    void accepted(AppendResult place, Position prev, boolean dup);

    void refused(Refused why);

    /** The log had the same key before, at {@code first}: nothing is delivered for this send. */
    default void repeated(AppendResult first) {
        accepted(first, null, true);
    }
}
