package parley.system.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.cluster.client.Json;

/** Intercepts the WebSocket of a page: frames pass to and from the server unless the test drops or replaces them. */
final class Wire {

    /** Handles a frame that the page sends. */
    @FunctionalInterface
    interface Way {
        void take(String frame, Connection connection);
    }

    private final List<Connection> connections = new ArrayList<>();
    private final List<JsonNode> sends = new ArrayList<>();
    private boolean refuses;
    private Way way = (frame, connection) -> connection.far.send(frame);

    /** Reloads the page, so that its next socket is intercepted. */
    Wire(Page page) {
        page.routeWebSocket(Pattern.compile(".*/ws$"), this::open);
        page.reload();
    }

    /** A socket of the page and the corresponding one to the server. */
    static final class Connection {

        final WebSocketRoute near;
        final WebSocketRoute far;
        private boolean dead;

        Connection(WebSocketRoute near) {
            this.near = near;
            far = near.connectToServer();
            // With these handlers Playwright does not forward a close by itself.
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

        /** Closes the connection to the server; the page does not notice. */
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

    /** Closes the socket, and refuses new ones. */
    void refuse() {
        refuses = true;
        now().dies();
        now().near.close();
    }

    void allow() {
        refuses = false;
    }

    /** Handles frames that contain the text; all others pass to the server. */
    void onSend(String text, Way other) {
        way = (frame, connection) -> {
            if (frame.contains(text)) other.take(frame, connection);
            else connection.far.send(frame);
        };
    }

    void passAll() {
        way = (frame, connection) -> connection.far.send(frame);
    }

    /** The cids with which that text was sent, in order. */
    List<String> cids(String text) {
        return sends.stream()
                .filter(send -> send.path("body").asText().equals(text))
                .map(send -> send.path("cid").asText())
                .toList();
    }
}
