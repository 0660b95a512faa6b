package parley.web.socket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.refusal.Refused;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.RateLimiter;
import parley.web.socket.frame.ClientFrame;
import parley.web.socket.session.ClientSession;

/** The limits of frames: every frame counts on its socket, and by its kind for its user. */
@ApplicationScoped
class FrameLimits {

    @Inject
    RateLimiter limiter;

    /**
     * Counts everything that a socket sends, including what cannot be parsed.
     *
     * @throws Refused {@code rate_limited}
     */
    void takeFrame(ClientSession session) {
        limiter.take(LimitKind.FRAME, session.id());
    }

    /** @throws Refused {@code rate_limited} before anything is done for the frame */
    void takeKind(ClientSession session, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Send send -> limiter.take(LimitKind.SEND, session.user());
            case ClientFrame.Change change -> limiter.take(LimitKind.SEND, session.user());
            case ClientFrame.Read read -> limiter.take(LimitKind.READ, session.user());
            case ClientFrame.Unread unread -> limiter.take(LimitKind.READ, session.user());
            case ClientFrame.Typing typing -> limiter.take(LimitKind.TYPING, session.user());
            case ClientFrame.Watch watch ->
                limiter.take(LimitKind.WATCH, session.user(), watch.users().size());
            case ClientFrame.Hello hello -> limiter.take(LimitKind.HELLO, session.user());
            case ClientFrame.Activity activity -> limiter.take(LimitKind.ACTIVITY, session.user());
            case ClientFrame.Ping ping -> limiter.take(LimitKind.PING, session.id());
        }
    }
}
