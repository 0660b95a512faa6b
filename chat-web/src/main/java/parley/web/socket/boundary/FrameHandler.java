package parley.web.socket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.CompletionStage;
import parley.domain.log.entity.LogEntry;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.message.admission.AdmissionControl;
import parley.web.message.delivery.ReadReceipts;
import parley.web.presence.signal.EphemeralEvents;
import parley.web.socket.frame.BadFrame;
import parley.web.socket.frame.ClientFrame;
import parley.web.socket.frame.ClientFrameReader;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.push.PresencePush;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.OutgoingFrame;
import parley.web.socket.session.SignInExpiry;

/** Executes the frames of clients, and ensures that each frame with an id gets exactly one answer. */
@ApplicationScoped
class FrameHandler {

    private static final System.Logger LOG = System.getLogger(FrameHandler.class.getName());

    @Inject
    HelloHandler greeting;

    @Inject
    AdmissionControl admission;

    @Inject
    ReadReceipts receipts;

    @Inject
    EphemeralEvents signals;

    @Inject
    PresencePush presence;

    @Inject
    FrameLimits limits;

    @Inject
    SignInExpiry signIns;

    void take(String text, ClientSession session) {
        if (session.isClosed() || signIns.close(session)) return;
        try {
            take(ClientFrameReader.read(text), session);
        } catch (BadFrame bad) {
            session.send(ServerFrames.err(bad.id(), withinLimits(session, bad.refused())));
        }
    }

    private Refused withinLimits(ClientSession session, Refused why) {
        try {
            limits.takeFrame(session);
            return why;
        } catch (Refused tooMany) {
            return tooMany;
        }
    }

    private void take(ClientFrame frame, ClientSession session) {
        var answer = new FrameAnswer(frame.id(), session);
        try {
            limits.takeFrame(session);
            limits.takeKind(session, frame);
            if (!session.isGreeted() && !isForAnybody(frame)) throw new Refused(Refusal.FORBIDDEN, "Say hello first.");
            take(frame, session, answer);
        } catch (Refused refused) {
            answer.refuse(refused);
        } catch (RuntimeException unforeseen) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A frame could not be handled; its sender is told to retry.",
                    unforeseen);
            boolean told = answer.refuse(Refused.unavailable("Something went wrong here.", unforeseen));
            // A client that got its welcome relies on live delivery.
            if (!told && frame instanceof ClientFrame.Hello && !session.isGreeted()) {
                session.close(CloseCodes.UNEXPECTED_CONDITION, "hello failed");
            }
        }
    }

    private static boolean isForAnybody(ClientFrame frame) {
        return frame instanceof ClientFrame.Hello || frame instanceof ClientFrame.Ping;
    }

    private void take(ClientFrame frame, ClientSession session, FrameAnswer answer) {
        switch (frame) {
            case ClientFrame.Hello hello -> greeting.greet(hello, session, answer);
            case ClientFrame.Send send ->
                admission.send(
                        new LogEntry.Message(
                                send.conversation(), send.cid(), session.user(), send.body(), send.replyTo()),
                        send.files(),
                        new SendAnswer(answer, send.cid(), send.conversation(), session));
            case ClientFrame.Change change ->
                admission.send(
                        new LogEntry.Event(change.conversation(), change.cid(), session.user(), change.detail()),
                        new SendAnswer(answer, change.cid(), change.conversation(), session));
            case ClientFrame.Read read -> read(read, session, answer);
            case ClientFrame.Unread unread ->
                answer(answer, receipts.setBack(unread.conversation(), session.user(), unread.pos(), session.id()));
            case ClientFrame.Typing typing -> handleTyping(typing, session, answer);
            case ClientFrame.Watch watch -> {
                answer.ok();
                presence.watch(session, watch.users());
            }
            case ClientFrame.Activity activity -> {
                session.setIdle(activity.idle());
                answer.ok();
            }
            case ClientFrame.Ping ping -> {
                if (ping.id() == null) session.send(ServerFrames.pong(null));
                else answer.give(OutgoingFrame.of(() -> ServerFrames.pong(ping.id())));
            }
        }
    }

    private void read(ClientFrame.Read read, ClientSession session, FrameAnswer answer) {
        answer(answer, receipts.publish(read.conversation(), session.user(), read.pos(), session.id()));
    }

    private void handleTyping(ClientFrame.Typing typing, ClientSession session, FrameAnswer answer) {
        answer(answer, signals.typing(typing.conversation(), session.user(), session.id()));
    }

    private static void answer(FrameAnswer answer, CompletionStage<Void> said) {
        said.whenComplete((done, failed) -> {
            if (failed == null) answer.ok();
            else answer.refuse(Refused.unavailable("The log cannot be reached.", failed));
        });
    }
}
