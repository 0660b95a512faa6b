package parley.web.message.admission;

import parley.domain.identity.Position;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refused;
import parley.web.socket.session.ClientSession;

/** Somebody who waits for what becomes of a record; told exactly once. */
public interface Waiter {

    /**
     * @param prev what was before it in its conversation, or null
     * @param dup whether it had been accepted before
     */
    void accepted(Accepted place, Position prev, boolean dup);

    void refused(Refused why);

    /** The socket that the answer stands for the message on, or null. */
    default ClientSession session() {
        return null;
    }
}
