package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import parley.cluster.client.AsyncChatSocket;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/**
 * The connection of a device: one socket at a time, and a new one, after a jittered pause, whenever it is closed. Frames
 * of an earlier socket are ignored.
 */
final class DeviceSocket {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int DOUBLINGS = 5;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    interface Listener {

        void connected();

        void received(JsonNode frame);

        void disconnected();
    }

    private final LoadContext context;
    private final String token;
    private final Listener listener;

    private int node;
    private AsyncChatSocket socket;
    private int generation;
    private int failures;
    private long notBeforeMillis;
    private long receivedNanos;
    private boolean paused;
    private boolean closed;
    private boolean slow;

    DeviceSocket(LoadContext context, String token, int node, Listener listener) {
        this.context = context;
        this.token = token;
        this.node = node;
        this.listener = listener;
    }

    Node node() {
        return context.nodes().get(node);
    }

    boolean isOpen() {
        return socket != null;
    }

    boolean isPaused() {
        return paused;
    }

    long receivedNanos() {
        return receivedNanos;
    }

    void connect() {
        int mine = ++generation;
        AsyncChatSocket.connect(context.sockets(), node().ws(), token, CONNECT_TIMEOUT, listener(mine))
                .onComplete(opened -> {
                    if (mine != generation || closed) {
                        if (opened.succeeded()) opened.result().close();
                    } else if (opened.succeeded()) {
                        open(opened.result());
                    } else {
                        var cause = opened.cause().getClass().getSimpleName();
                        context.history().count("connects failed: " + cause);
                        failures++;
                        reconnect();
                    }
                });
    }

    private void open(AsyncChatSocket opened) {
        socket = opened;
        receivedNanos = System.nanoTime();
        context.history().count("connects");
        if (slow) opened.pause();
        listener.connected();
    }

    private AsyncChatSocket.Listener listener(int mine) {
        return new AsyncChatSocket.Listener() {
            @Override
            public void text(String text) {
                if (mine == generation) received(Json.parse(text));
            }

            @Override
            public void closed(int status, String reason) {
                if (mine != generation) return;
                context.history().count("closed " + status);
                socket = null;
                disconnect();
                reconnect();
            }
        };
    }

    private void received(JsonNode frame) {
        receivedNanos = System.nanoTime();
        if (frame.path("t").asText().equals("bye")) {
            notBeforeMillis =
                    System.currentTimeMillis() + frame.path("reconnectAfterMs").asLong();
        }
        listener.received(frame);
    }

    /** The handshake succeeded. */
    void works() {
        failures = 0;
    }

    void send(String text) {
        if (socket != null) socket.send(text);
    }

    /** Closes the socket and connects to another node after a pause. */
    void abandon(String why) {
        context.history().count("given up: " + why);
        failures++;
        disconnect();
        reconnect();
    }

    /** Closes the socket and connects again at once. */
    void cut() {
        disconnect();
        connect();
    }

    /** Closes the socket until {@link #connect()}. */
    void disconnect() {
        drop();
        listener.disconnected();
    }

    private void drop() {
        generation++;
        paused = false;
        if (socket != null) socket.close();
        socket = null;
    }

    private void reconnect() {
        if (closed) return;
        node = (node + 1) % context.nodes().size();
        long pause = context.jittered(FIRST_PAUSE_MILLIS << Math.min(failures, DOUBLINGS));
        int mine = generation;
        context.after(Math.max(pause, notBeforeMillis - System.currentTimeMillis()), () -> {
            if (mine == generation && !closed) connect();
        });
    }

    /** From now on frames are read only by {@link #read}. */
    void readSlowly() {
        slow = true;
        if (socket != null) socket.pause();
    }

    void read(int frames) {
        if (slow && socket != null) socket.fetch(frames);
    }

    void readAtFullSpeed() {
        slow = false;
        if (socket != null && !paused) socket.resume();
    }

    void stopReading() {
        if (socket == null || paused) return;
        paused = true;
        socket.pause();
    }

    void readAgain() {
        if (!paused) return;
        paused = false;
        receivedNanos = System.nanoTime();
        if (socket != null) socket.resume();
    }

    void close() {
        closed = true;
        drop();
    }
}
