package parley.web.socket.boundary;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refused;
import parley.web.message.admission.Waiter;
import parley.web.socket.frame.Frames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;

/** The {@code ok} or {@code err} that a {@code send} gets; the {@code ok} stands for its message on this socket. */
final class SocketAnswer implements Waiter {

    private final Answer answer;
    private final Cid cid;
    private final ConversationId conversation;
    private final ClientSession session;
    private final long askedNanos = System.nanoTime();
    private volatile boolean stands;

    SocketAnswer(Answer answer, Cid cid, ConversationId conversation, ClientSession session) {
        this.answer = answer;
        this.cid = cid;
        this.conversation = conversation;
        this.session = session;
    }

    @Override
    public void accepted(Accepted place, Position prev, boolean dup) {
        stands = answer.claim();
        if (!stands) return;
        // What had been accepted long ago has no place among what comes now.
        if (dup && prev == null) session.send(OutgoingFrame.of(() -> frame(place, null, true)));
        else session.send(conversation, place.pos(), prev, before -> frame(place, before, dup), askedNanos);
    }

    private String frame(Accepted place, Position prev, boolean dup) {
        return Frames.ok(answer.id(), cid, conversation, place, prev, dup);
    }

    @Override
    public void refused(Refused why) {
        answer.refuse(why);
    }

    /** Null where the frame had got another answer before: then the message comes, too. */
    @Override
    public ClientSession session() {
        return stands ? session : null;
    }
}
