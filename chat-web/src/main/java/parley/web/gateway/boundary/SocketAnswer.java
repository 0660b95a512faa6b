package parley.web.gateway.boundary;

import jakarta.json.JsonValue;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refused;
import parley.web.frame.Frames;
import parley.web.intake.Waiter;
import parley.web.session.ClientSession;

/** The {@code ok} or {@code err} that a {@code send} gets; the {@code ok} stands for its message on this socket. */
record SocketAnswer(JsonValue id, Cid cid, ConversationId conversation, ClientSession session) implements Waiter {

    @Override
    public void accepted(Accepted place, Position prev, boolean dup) {
        session.send(Frames.ok(id, cid, conversation, place, prev, dup));
    }

    @Override
    public void refused(Refused why) {
        session.send(Frames.err(id, why));
    }
}
