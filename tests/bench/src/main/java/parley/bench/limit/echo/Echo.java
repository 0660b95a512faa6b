package parley.bench.limit.echo;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says every frame back to who sent it; one that begins with a {@code !} to everybody, and then only one may speak. */
@ServerEndpoint("/ws")
public class Echo {

    private static final Set<Session> ALL = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void open(Session session) {
        ALL.add(session);
    }

    @OnMessage
    public void frame(String text, Session from) throws IOException {
        if (text.charAt(0) != '!') {
            from.getBasicRemote().sendText(text);
            return;
        }
        for (var each : ALL) each.getBasicRemote().sendText(text);
    }

    @OnClose
    public void close(Session session) {
        ALL.remove(session);
    }
}
