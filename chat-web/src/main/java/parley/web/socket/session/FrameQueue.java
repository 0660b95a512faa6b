package parley.web.socket.session;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/**
 * The frames that wait for one socket. Missed frames come first, because they precede the live ones of their
 * conversations. The server queued them itself, so they do not count towards the limit. Guarded by
 * {@link OutboundQueue}.
 */
final class FrameQueue {

    private final int mostFrames;
    private final long mostChars;
    private final Queue<OutgoingFrame> live = new ArrayDeque<>();
    private final Queue<String> missed = new ArrayDeque<>();
    private long chars;

    FrameQueue(int mostFrames, long mostChars) {
        this.mostFrames = mostFrames;
        this.mostChars = mostChars;
    }

    /** @return false if the queue exceeds what a client that keeps up could leave waiting */
    boolean offer(OutgoingFrame frame) {
        if (live.size() >= mostFrames || chars + frame.chars() > mostChars) return false;
        live.add(frame);
        chars += frame.chars();
        return true;
    }

    void addMissed(Collection<String> frames) {
        missed.addAll(frames);
    }

    /** Null if nothing waits. */
    OutgoingFrame poll() {
        if (!missed.isEmpty()) return OutgoingFrame.of(missed.poll());
        var frame = live.poll();
        if (frame != null) chars -= frame.chars();
        return frame;
    }

    boolean isEmpty() {
        return live.isEmpty() && missed.isEmpty();
    }

    boolean hasLive() {
        return !live.isEmpty();
    }

    void clear() {
        live.clear();
        missed.clear();
        chars = 0;
    }
}
