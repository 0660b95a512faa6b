package parley.bench.limit;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only class of the application {@code echo.war}. Returns a frame to its sender, or sends it to everybody if it
 * begins with {@value #BROADCAST}; then only one client may send.
 */
@ServerEndpoint("/ws")
public class Echo {

    static final String BROADCAST = "!";

    private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void open(Session session) {
        SESSIONS.add(session);
    }

    @OnMessage
    public void frame(String text, Session sender) throws IOException {
        var receivers = text.startsWith(BROADCAST) ? SESSIONS : Set.of(sender);
        for (var receiver : receivers) receiver.getBasicRemote().sendText(text);
    }

    @OnClose
    public void close(Session session) {
        SESSIONS.remove(session);
    }
}
