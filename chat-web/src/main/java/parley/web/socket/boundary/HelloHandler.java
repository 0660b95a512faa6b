package parley.web.socket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.message.entity.Body;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.message.admission.SendLimits;
import parley.web.message.delivery.Shown;
import parley.web.message.delivery.StoreStatusNotifier;
import parley.web.message.history.ResumeHandler;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.DrainState;
import parley.web.preview.PreviewSettings;
import parley.web.socket.frame.ClientFrame;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.CatchUpReplay;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;
import parley.web.socket.session.SessionRegistry;

/**
 * Answers {@code hello}: {@code welcome}, then what was missed, then everything live, without gaps and duplicates,
 * because the tail does not advance meanwhile. What was missed is written page by page afterwards.
 */
@ApplicationScoped
class HelloHandler {

    static final int FRAME_BYTES = 65_536;

    @Inject
    LogTail tail;

    @Inject
    TailStatus tailStatus;

    @Inject
    ResumeHandler resumeHandler;

    @Inject
    SessionRegistry sessions;

    @Inject
    StoreStatusNotifier store;

    @Inject
    LogClock clock;

    @Inject
    DrainState drain;

    @Inject
    SendLimits limits;

    @Inject
    PreviewSettings previews;

    void greet(ClientFrame.Hello hello, ClientSession session, FrameAnswer answer) {
        // A session that was just told to leave would be welcomed here again, and then lose its socket without notice.
        drain.refuse();
        tailStatus.requireComplete();
        if (session.isGreeted()) throw new Refused(Refusal.CONFLICT, "hello: once a socket");
        session.introduce(hello.client(), hello.idle());
        var now = clock.instant();
        var asked = resumeHandler.ask(session.user(), hello.resume());
        tail.readLocked(() -> {
            var decision = asked.decide();
            answer.give(OutgoingFrame.of(() -> ServerFrames.welcome(
                    hello.id(), session.id(), session.person(), now, limits(), previews.isOn(), decision.recovered())));
            sessions.greet(session, missed(decision));
            if (store.statusForNewSocket() instanceof Shown.StoreState(var state, var seconds))
                session.send(OutgoingFrame.of(() -> ServerFrames.store(state, seconds)));
            return null;
        });
    }

    private static CatchUpReplay missed(ResumeHandler.Decision decision) {
        return decision.behind().isEmpty() ? null : new CatchUpReplay(decision.missed(), decision.behind());
    }

    private ServerFrames.Limits limits() {
        return new ServerFrames.Limits(Body.MOST, FRAME_BYTES, limits.sendsPerSecond(), limits.sendsBurst());
    }
}
