package parley.web.socket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.refusal.Refused;
import parley.web.platform.limits.Limit;
import parley.web.platform.limits.Limiter;
import parley.web.socket.frame.ClientFrame;
import parley.web.socket.session.ClientSession;

/** The limits of frames, in one place: every frame counts on its socket, and by its kind for its user. */
@ApplicationScoped
class FrameLimits {

    @Inject
    Limiter limiter;

    /**
     * Counts whatever a socket sends, also what cannot be parsed.
     *
     * @throws Refused {@code rate_limited}
     */
    void any(ClientSession session) {
        limiter.take(Limit.FRAME, session.id());
    }

    /** @throws Refused {@code rate_limited} before anything was done for the frame */
    void frame(ClientSession session, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Send send -> limiter.take(Limit.SEND, session.user());
            case ClientFrame.Change change -> limiter.take(Limit.SEND, session.user());
            case ClientFrame.Read read -> limiter.take(Limit.READ, session.user());
            case ClientFrame.Typing typing -> limiter.take(Limit.TYPING, session.user());
            case ClientFrame.Watch watch ->
                limiter.take(Limit.WATCH, session.user(), watch.users().size());
            case ClientFrame.Hello hello -> limiter.take(Limit.HELLO, session.user());
            case ClientFrame.Ping ping -> limiter.take(Limit.PING, session.id());
        }
    }
}
