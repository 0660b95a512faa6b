package parley.web.socket.boundary;

import jakarta.json.JsonValue;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.domain.refusal.Refused;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;

/** The single answer to a frame, from whichever thread gives it first; there is none if the frame has no id. */
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

    /** @return whether the caller must give the answer */
    boolean claim() {
        return id != null && given.compareAndSet(false, true);
    }

    /** @return false if it was answered before, or needs no answer */
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
