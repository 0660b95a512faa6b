package parley.web.socket.boundary;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.web.message.admission.NotMentioned;
import parley.web.message.admission.SendCallback;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;

/** The {@code ok} or {@code err} of a {@code send}; this socket gets the {@code ok} instead of the message. */
final class SendAnswer implements SendCallback {

    private final FrameAnswer answer;
    private final Cid cid;
    private final ConversationId conversation;
    private final ClientSession session;
    private final long askedNanos = System.nanoTime();
    private volatile NotMentioned notMentioned = NotMentioned.NOBODY;

    SendAnswer(FrameAnswer answer, Cid cid, ConversationId conversation, ClientSession session) {
        this.answer = answer;
        this.cid = cid;
        this.conversation = conversation;
        this.session = session;
    }

    @Override
    public void onNotMentioned(NotMentioned who) {
        notMentioned = who;
    }

    @Override
    public void onAccepted(AppendResult place, Position prev, boolean dup) {
        if (!answer.claim()) return;
        session.recordAnswer(conversation, place.pos());
        // A send of another node whose predecessor is unknown cannot be placed among the items of a catch-up.
        if (dup && prev == null) send(place);
        else session.send(conversation, place.pos(), prev, before -> frame(place, before, dup), askedNanos);
    }

    @Override
    public void onRepeated(AppendResult first) {
        if (answer.claim()) send(first);
    }

    private void send(AppendResult place) {
        session.send(OutgoingFrame.of(() -> frame(place, null, true)));
    }

    private String frame(AppendResult place, Position prev, boolean dup) {
        return ServerFrames.ok(answer.id(), cid, conversation, place, prev, dup, notMentioned);
    }

    @Override
    public void onRefused(Refused why) {
        answer.refuse(why);
    }
}
