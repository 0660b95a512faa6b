package parley.cluster.client;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.internal.http.WebSocketInternal;
import java.net.URI;
import java.time.Duration;

/**
 * A WebSocket to a chat node on an event loop, for loads with thousands of clients. Methods and listener run on the event
 * loop that connected it. Frames are text, so that the caller decides how much of a frame to parse.
 */
public final class AsyncChatSocket {

    /** Receives what happens on a socket. */
    public interface Listener {
        void text(String frame);

        /** The status is 1006 without a close frame. */
        void closed(int status, String reason);
    }

    private final WebSocket socket;
    private boolean cut;

    private AsyncChatSocket(WebSocket socket, Listener listener) {
        this.socket = socket;
        socket.exceptionHandler(failure -> {}); // the close handler is called as well
        socket.textMessageHandler(frame -> {
            if (!cut) listener.text(frame);
        });
        socket.closeHandler(v -> {
            if (!cut) listener.closed(socket.closeStatusCode(), socket.closeReason());
        });
    }

    /**
     * Fails if the handshake is refused or not complete within the timeout.
     *
     * @param token null for a server that does not authenticate
     */
    public static Future<AsyncChatSocket> connect(
            WebSocketClient client, URI server, String token, Duration timeout, Listener listener) {
        var options = new WebSocketConnectOptions()
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI(server.getPath())
                .setTimeout(timeout.toMillis());
        if (token != null) options.addHeader("Authorization", "Bearer " + token);
        return client.connect(options).map(socket -> new AsyncChatSocket(socket, listener));
    }

    public void send(String frame) {
        socket.writeTextMessage(frame);
    }

    /** Stops reading, so that TCP flow control slows down the server. */
    public void pause() {
        socket.pause();
    }

    /** Reads this number of frames although paused. */
    public void fetch(int frames) {
        socket.fetch(frames);
    }

    public void resume() {
        socket.resume();
    }

    /** Performs the closing handshake. */
    public void close() {
        socket.close();
    }

    /** Closes the connection without a close frame, as a broken network does. The listener is not called any more. */
    public void cut() {
        cut = true;
        ((WebSocketInternal) socket).channelHandlerContext().close();
    }
}
