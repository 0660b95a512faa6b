package parley.system.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.cluster.client.Json;

/** A page's socket in a test's hands: real frames to and from the real server, until the test takes something away. */
final class Wire {

    /** What becomes of a frame that the page sends. */
    @FunctionalInterface
    interface Way {
        void take(String frame, Connection connection);
    }

    private final List<Connection> connections = new ArrayList<>();
    private final List<JsonNode> sends = new ArrayList<>();
    private boolean refuses;
    private Way way = (frame, connection) -> connection.far.send(frame);

    /** Under a page, which is loaded anew for that. */
    Wire(Page page) {
        page.routeWebSocket(Pattern.compile(".*/ws$"), this::open);
        page.reload();
    }

    /** One socket of the page, and that to the server which belongs to it. */
    static final class Connection {

        final WebSocketRoute near;
        final WebSocketRoute far;
        private boolean dead;

        Connection(WebSocketRoute near) {
            this.near = near;
            far = near.connectToServer();
            // With these set nothing is closed on the other side by itself.
            near.onClose((code, reason) -> far.close());
            far.onMessage(frame -> {
                if (!dead) near.send(frame.text());
            });
            far.onClose((code, reason) -> {
                if (!dead)
                    near.close(
                            code == null
                                    ? null
                                    : new WebSocketRoute.CloseOptions()
                                            .setCode(code)
                                            .setReason(reason));
            });
        }

        /** The server has lost it; the page still believes in it. */
        void dies() {
            dead = true;
            far.close();
        }
    }

    private void open(WebSocketRoute near) {
        if (refuses) {
            near.close();
            return;
        }
        var connection = new Connection(near);
        connections.add(connection);
        near.onMessage(frame -> {
            var read = Json.parse(frame.text());
            if (read.path("t").asText().equals("send")) sends.add(read);
            if (!connection.dead) way.take(frame.text(), connection);
        });
    }

    Connection now() {
        return connections.getLast();
    }

    int connections() {
        return connections.size();
    }

    /** No socket comes about any more, and there is none now. */
    void refuse() {
        refuses = true;
        now().dies();
        now().near.close();
    }

    void allow() {
        refuses = false;
    }

    /** For sends with that text; everything else goes on to the server. */
    void onSend(String text, Way other) {
        way = (frame, connection) -> {
            if (frame.contains(text)) other.take(frame, connection);
            else connection.far.send(frame);
        };
    }

    void passAll() {
        way = (frame, connection) -> connection.far.send(frame);
    }

    /** The cids under which that text was sent, in turn. */
    List<String> cids(String text) {
        return sends.stream()
                .filter(send -> send.path("body").asText().equals(text))
                .map(send -> send.path("cid").asText())
                .toList();
    }
}
