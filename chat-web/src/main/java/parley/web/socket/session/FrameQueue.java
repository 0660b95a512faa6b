package parley.web.socket.session;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/**
 * The frames that wait for one socket. What was missed comes first: it was said before anything live of the same
 * conversation, and the server itself put it here, so that it counts for nothing. Guarded by {@link OutboundQueue}.
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

    /** @return false where more would wait than a client that keeps up could leave waiting */
    boolean offer(OutgoingFrame frame) {
        if (live.size() >= mostFrames || chars + frame.chars() > mostChars) return false;
        live.add(frame);
        chars += frame.chars();
        return true;
    }

    void addMissed(Collection<String> frames) {
        missed.addAll(frames);
    }

    /** Null where nothing waits. */
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
