package parley.web.session;

import jakarta.websocket.RemoteEndpoint;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The frames on their way to one socket: in order, one write at a time (a second write while one is under way
 * fails), and no more than a client that keeps up could have waiting.
 */
final class Outbound {

    static final String TOO_SLOW = "too slow";

    private final RemoteEndpoint.Async remote;
    private final int mostFrames;
    private final long mostChars;
    private final Consumer<String> onTrouble;
    private final Queue<String> frames = new ArrayDeque<>();
    private long chars;
    private Runnable whenWritten;
    private boolean writing;
    private boolean closed;

    /** @param onTrouble told once, with the reason, when a write failed or too much waits */
    Outbound(RemoteEndpoint.Async remote, int mostFrames, long mostChars, Consumer<String> onTrouble) {
        this.remote = remote;
        this.mostFrames = mostFrames;
        this.mostChars = mostChars;
        this.onTrouble = onTrouble;
    }

    void add(String frame) {
        boolean tooSlow;
        synchronized (this) {
            if (closed || whenWritten != null) return;
            tooSlow = frames.size() >= mostFrames || chars + frame.length() > mostChars;
            if (tooSlow) {
                close();
            } else {
                frames.add(frame);
                chars += frame.length();
            }
        }
        if (tooSlow) onTrouble.accept(TOO_SLOW);
        else drain();
    }

    /** Writes until nothing waits or a write is under way; a write may end before its call returns. */
    private void drain() {
        while (true) {
            String frame;
            synchronized (this) {
                if (writing || closed) return;
                frame = frames.poll();
                if (frame == null) break;
                chars -= frame.length();
                writing = true;
            }
            var inline = new Inline();
            remote.sendText(frame, result -> {
                if (!result.isOK()) {
                    fail(result.getException());
                    return;
                }
                synchronized (this) {
                    writing = false;
                }
                if (inline.ended()) drain();
            });
            if (!inline.returned()) return;
        }
        written();
    }

    /** Takes {@code last} and nothing after it; {@code then} runs once, when all that waited is written. */
    void finish(String last, Runnable then) {
        add(last);
        synchronized (this) {
            if (whenWritten == null) whenWritten = then;
        }
        drain();
    }

    private void written() {
        Runnable then;
        synchronized (this) {
            if (writing || closed || !frames.isEmpty() || whenWritten == null) return;
            closed = true;
            then = whenWritten;
        }
        then.run();
    }

    private void fail(Throwable why) {
        synchronized (this) {
            if (closed) return;
            close();
        }
        onTrouble.accept(why instanceof SocketTimeoutException ? TOO_SLOW : "write failed");
    }

    synchronized void close() {
        closed = true;
        frames.clear();
    }

    /** Tells whether a write ended within its own call, so that the loop goes on instead of the handler. */
    private static final class Inline {
        private boolean ended;
        private boolean returned;

        /** @return whether the call had returned before: the handler has to go on */
        synchronized boolean ended() {
            ended = true;
            return returned;
        }

        /** @return whether the write had ended before: the loop has to go on */
        synchronized boolean returned() {
            returned = true;
            return ended;
        }
    }
}
