package parley.web.gateway.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import parley.domain.log.entity.LogEntry;
import parley.domain.refusal.Refused;
import parley.web.delivery.Receipts;
import parley.web.frame.BadFrame;
import parley.web.frame.ClientFrame;
import parley.web.frame.FrameReader;
import parley.web.frame.Frames;
import parley.web.frame.Utf8;
import parley.web.intake.Intake;
import parley.web.limits.FrameLimits;
import parley.web.membership.Members;
import parley.web.presence.Presence;
import parley.web.session.ClientSession;
import parley.web.session.SessionRegistry;
import parley.web.session.SessionSettings;
import parley.web.signal.Signals;
import parley.web.signin.SignedIn;

/**
 * The socket of a browser or a program. The container calls it for one frame of a socket after another. Named as a
 * bean, since Open Liberty 26.0.0.5 injects nothing into an endpoint that is none (its issue 34986).
 */
@Dependent
@ServerEndpoint("/ws")
public class ChatEndpoint {

    private static final System.Logger LOG = System.getLogger(ChatEndpoint.class.getName());
    private static final String SESSION = "parley.session";

    @Inject
    Greeting greeting;

    @Inject
    Intake intake;

    @Inject
    Receipts receipts;

    @Inject
    Signals signals;

    @Inject
    Presence presence;

    @Inject
    FrameLimits limits;

    @Inject
    Members members;

    @Inject
    SessionRegistry sessions;

    @Inject
    SessionSettings settings;

    @OnOpen
    public void open(Session socket) {
        var caller = (SignedIn) socket.getUserPrincipal();
        socket.setMaxIdleTimeout(settings.idleMillis());
        socket.getUserProperties()
                .put(SESSION, sessions.open(socket, caller.person(), caller.session(), caller.expiresAt()));
    }

    @OnMessage
    public void frame(String text, Session socket) {
        var session = (ClientSession) socket.getUserProperties().get(SESSION);
        // Open Liberty hands over longer ones, whatever maxMessageSize says.
        if (Utf8.length(text) > Greeting.FRAME_BYTES) {
            session.close(CloseCodes.TOO_BIG, "A frame has at most " + Greeting.FRAME_BYTES + " bytes.");
            return;
        }
        try {
            take(FrameReader.read(text), session);
        } catch (BadFrame bad) {
            session.send(Frames.err(bad.id(), bad.refused()));
        }
    }

    @OnMessage
    public void pong(PongMessage pong, Session socket) {
        var properties = socket.getUserProperties();   // null where the socket ended meanwhile
        if (properties != null && properties.get(SESSION) instanceof ClientSession session) session.pong(pong.getApplicationData());
    }

    private void take(ClientFrame frame, ClientSession session) {
        try {
            limits.frame(session, frame);
            switch (frame) {
                case ClientFrame.Hello hello -> greeting.greet(hello, session);
                case ClientFrame.Send send -> intake.send(
                        new LogEntry.Message(send.conversation(), send.cid(), session.user(), send.body(), send.replyTo()),
                        new SocketAnswer(send.id(), send.cid(), send.conversation(), session));
                case ClientFrame.Change change -> intake.send(
                        new LogEntry.Event(change.conversation(), change.cid(), session.user(), change.detail()),
                        new SocketAnswer(change.id(), change.cid(), change.conversation(), session));
                case ClientFrame.Read read -> read(read, session);
                case ClientFrame.Typing typing -> types(typing, session);
                case ClientFrame.Watch watch -> {
                    if (watch.id() != null) session.send(Frames.ok(watch.id()));
                    presence.watch(session, watch.users());
                }
                case ClientFrame.Ping ping -> session.send(Frames.pong(ping.id()));
            }
        } catch (Refused refused) {
            if (frame.id() != null) session.send(Frames.err(frame.id(), refused));
        } catch (RuntimeException unforeseen) {
            LOG.log(System.Logger.Level.ERROR, "A frame could not be handled; its sender is told to try again.", unforeseen);
            if (frame.id() != null) session.send(Frames.err(frame.id(), Refused.unavailable("Something went wrong here.", unforeseen)));
        }
    }

    private void read(ClientFrame.Read read, ClientSession session) {
        members.require(read.conversation(), session.user());
        answer(read.id(), session, receipts.say(read.conversation(), session.user(), read.pos(), session.id()));
    }

    private void types(ClientFrame.Typing typing, ClientSession session) {
        members.require(typing.conversation(), session.user());
        answer(typing.id(), session, signals.typing(typing.conversation(), session.user(), session.id()));
    }

    private static void answer(JsonValue id, ClientSession session, CompletionStage<Void> said) {
        if (id == null) return;
        said.whenComplete((done, failed) -> session.send(
                failed == null
                        ? Frames.ok(id)
                        : Frames.err(id, Refused.unavailable("The log cannot be reached.", failed))));
    }

    @OnClose
    public void close(Session socket) {
        if (socket.getUserProperties().remove(SESSION) instanceof ClientSession session) {
            sessions.remove(session);
            session.close(CloseCodes.NORMAL_CLOSURE, "");
        }
    }

    @OnError
    public void error(Session socket, Throwable failed) {
        var level = failed instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOG.log(level, "Socket " + socket.getId() + " failed; its client reconnects.", failed);
    }
}
