package parley.web.socket.boundary;

import jakarta.json.JsonValue;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.domain.refusal.Refused;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;

/** The one answer of a frame, whoever gives it first; none where its id is null. */
final class FrameAnswer {

    private final JsonValue id;
    private final ClientSession session;
    private final AtomicBoolean given = new AtomicBoolean();

    FrameAnswer(JsonValue id, ClientSession session) {
        this.id = id;
        this.session = session;
    }

    JsonValue id() {
        return id;
    }

    /** @return whether the caller is to give it, now */
    boolean claim() {
        return id != null && given.compareAndSet(false, true);
    }

    /** @return false where there was one already, or none is wanted */
    boolean give(OutgoingFrame frame) {
        if (!claim()) return false;
        session.send(frame);
        return true;
    }

    boolean ok() {
        return give(OutgoingFrame.of(() -> ServerFrames.ok(id)));
    }

    boolean refuse(Refused why) {
        return give(OutgoingFrame.of(() -> ServerFrames.err(id, why)));
    }
}
