package parley.web.socket.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import parley.domain.refusal.Refused;
import parley.web.platform.rest.AuthenticatedUser;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;
import parley.web.socket.session.SessionSettings;
import parley.web.socket.session.SignInExpiry;

/** The WebSocket endpoint. The container delivers the parts of a socket's messages sequentially. */
@ApplicationScoped
public class ChatEndpoint extends Endpoint {

    private static final System.Logger LOG = System.getLogger(ChatEndpoint.class.getName());
    private static final String SESSION = "parley.session";

    @Inject
    FrameHandler frames;

    @Inject
    SessionRegistry sessions;

    @Inject
    SignInExpiry signIns;

    @Inject
    SessionSettings settings;

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        if (!(socket.getUserPrincipal() instanceof AuthenticatedUser caller)) {
            close(socket, CloseCodes.VIOLATED_POLICY, "not signed in");
            return;
        }
        socket.setMaxIdleTimeout(settings.idleMillis());
        socket.setMaxTextMessageBufferSize(MessageAssembler.MAX_BYTES);
        socket.setMaxBinaryMessageBufferSize(MessageAssembler.MAX_BYTES);
        ClientSession session;
        try {
            session = sessions.open(socket, caller.person(), caller.session(), caller.issuedAt(), caller.expiresAt());
        } catch (Refused tooMany) {
            close(socket, CloseCodes.TRY_AGAIN_LATER, tooMany.getMessage());
            return;
        }
        var properties = socket.getUserProperties(); // null if the socket was closed meanwhile
        if (properties == null) {
            sessions.remove(session);
            return;
        }
        properties.put(SESSION, session);
        var parts = new MessageAssembler();
        socket.addMessageHandler(String.class, (String part, boolean last) -> take(parts, part, last, session));
        socket.addMessageHandler(
                ByteBuffer.class,
                (ByteBuffer part, boolean last) -> session.close(CloseCodes.CANNOT_ACCEPT, "frames are text"));
        socket.addMessageHandler(PongMessage.class, pong -> session.onPong(pong.getApplicationData()));
        // Either may have happened before the session was registered, when it could not be found here.
        signIns.close(session);
        if (!socket.isOpen()) sessions.remove(session);
    }

    private void take(MessageAssembler parts, String part, boolean last, ClientSession session) {
        try {
            var message = parts.add(part, last);
            if (message != null) frames.take(message, session);
        } catch (MessageAssembler.TooBig tooBig) {
            session.close(CloseCodes.TOO_BIG, "A frame has at most " + MessageAssembler.MAX_BYTES + " bytes.");
        }
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        var properties = socket.getUserProperties();
        if (properties != null && properties.remove(SESSION) instanceof ClientSession session) sessions.remove(session);
    }

    @Override
    public void onError(Session socket, Throwable failed) {
        var level = failed instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOG.log(level, "Socket " + socket.getId() + " failed; its client reconnects.", failed);
    }

    private static void close(Session socket, CloseCodes code, String reason) {
        try {
            socket.close(new CloseReason(code, reason));
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Socket {0} was closed before it could be refused.", socket.getId());
        }
    }
}
