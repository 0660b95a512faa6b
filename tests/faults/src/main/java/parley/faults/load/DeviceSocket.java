package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import parley.cluster.client.AsyncChatSocket;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/**
 * A device's way to the nodes: one socket at a time, a new one whenever it ends, at once or after a jittered pause.
 * What an old socket still says is not heard any more.
 */
final class DeviceSocket {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int DOUBLINGS = 5;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Who uses it. */
    interface User {
        void connected();

        void heard(JsonNode frame);

        void lost();
    }

    private final LoadContext ground;
    private final String token;
    private final User user;
    private int node;
    private AsyncChatSocket socket;
    private int generation;
    private int failures;
    private long notBeforeMillis;
    private long heardNanos;
    private boolean paused;
    private boolean closed;
    private boolean slow;

    DeviceSocket(LoadContext ground, String token, int node, User user) {
        this.ground = ground;
        this.token = token;
        this.node = node;
        this.user = user;
    }

    Node node() {
        return ground.nodes().get(node);
    }

    boolean isOpen() {
        return socket != null;
    }

    boolean isPaused() {
        return paused;
    }

    long heardNanos() {
        return heardNanos;
    }

    void connect() {
        int mine = ++generation;
        AsyncChatSocket.connect(ground.sockets(), node().ws(), token, CONNECT_TIMEOUT, listener(mine))
                .onComplete(opened -> {
                    if (mine != generation || closed) {
                        if (opened.succeeded()) opened.result().close();
                    } else if (opened.succeeded()) {
                        open(opened.result());
                    } else {
                        ground.history()
                                .count("connects failed: "
                                        + opened.cause().getClass().getSimpleName());
                        failures++;
                        comesBack();
                    }
                });
    }

    private void open(AsyncChatSocket opened) {
        socket = opened;
        heardNanos = System.nanoTime();
        ground.history().count("connects");
        if (slow) opened.pause();
        user.connected();
    }

    private AsyncChatSocket.Listener listener(int mine) {
        return new AsyncChatSocket.Listener() {
            @Override
            public void text(String text) {
                if (mine != generation) return;
                heardNanos = System.nanoTime();
                var frame = Json.parse(text);
                if (frame.path("t").asText().equals("bye")) {
                    notBeforeMillis = System.currentTimeMillis()
                            + frame.path("reconnectAfterMs").asLong();
                }
                user.heard(frame);
            }

            @Override
            public void closed(int status, String reason) {
                if (mine != generation) return;
                ground.history().count("closed " + status);
                gone();
            }
        };
    }

    /** Greeted: the way works. */
    void works() {
        failures = 0;
    }

    void say(String text) {
        if (socket != null) socket.send(text);
    }

    /** It is of no use any more: to another node, after a pause. */
    void giveUp(String why) {
        ground.history().count("given up: " + why);
        failures++;
        drop();
        gone();
    }

    /** Cut, and back at once. */
    void cut() {
        drop();
        user.lost();
        connect();
    }

    /** Cut, and away until {@link #connect()}. */
    void leave() {
        drop();
        user.lost();
    }

    /** From now on only what {@link #read} asks for. */
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

    private void drop() {
        generation++;
        paused = false;
        if (socket != null) socket.close();
        socket = null;
    }

    private void gone() {
        generation++;
        paused = false;
        socket = null;
        user.lost();
        comesBack();
    }

    private void comesBack() {
        if (closed) return;
        node = (node + 1) % ground.nodes().size();
        long pause = ground.jittered(FIRST_PAUSE_MILLIS << Math.min(failures, DOUBLINGS));
        long asked = notBeforeMillis - System.currentTimeMillis();
        int mine = generation;
        ground.after(Math.max(pause, asked), () -> {
            if (mine == generation && !closed) connect();
        });
    }

    void stopReading() {
        if (socket == null || paused) return;
        paused = true;
        socket.pause();
    }

    void readAgain() {
        if (!paused) return;
        paused = false;
        heardNanos = System.nanoTime();
        if (socket != null) socket.resume();
    }

    void close() {
        closed = true;
        drop();
    }
}
