package parley.web.socket.session;

/**
 * Limits the bytes in flight to a client, that is, not confirmed yet. A mark is a ping after what was written so far;
 * its pong confirms that the client has read all of it. Guarded by {@link OutboundQueue}.
 */
final class FlowControlWindow {

    /** Bytes of UTF-8. Socket buffers are larger, so a write below this size does not block. */
    static final int SIZE = 65_536;

    private static final int WORTH_A_MARK = SIZE / 2;
    private static final long NONE = -1;

    private long written;
    private long confirmed;
    private long mark = NONE;
    private long markedNanos;

    boolean isOpen() {
        return written - confirmed < SIZE;
    }

    void recordWrite(long bytes) {
        written += bytes;
    }

    boolean isMarkDue() {
        return mark == NONE && written - confirmed >= WORTH_A_MARK;
    }

    /** @return the payload that the pong must have */
    long mark(long nowNanos) {
        mark = written;
        markedNanos = nowNanos;
        return mark;
    }

    /** @param payload ignored unless it is the mark's payload */
    void confirm(long payload) {
        if (payload != mark) return;
        confirmed = mark;
        mark = NONE;
    }

    /** Whether nothing more may be written and the client has been silent for that long. */
    boolean isStuck(long nowNanos, long patienceNanos) {
        return !isOpen() && mark != NONE && nowNanos - markedNanos > patienceNanos;
    }
}
