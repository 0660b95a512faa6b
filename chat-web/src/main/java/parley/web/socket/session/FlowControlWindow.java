package parley.web.socket.session;

/**
 * How much may be on its way to a client: what it has not confirmed. A mark is a ping after what was written so far;
 * its pong says that the client has read all of that. Guarded by {@link OutboundQueue}.
 */
final class FlowControlWindow {

    /** Bytes of UTF-8. What operating systems keep for a connection is more: a write of less does not wait. */
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

    void wrote(long bytes) {
        written += bytes;
    }

    boolean isMarkDue() {
        return mark == NONE && written - confirmed >= WORTH_A_MARK;
    }

    /** @return what the pong has to say */
    long mark(long nowNanos) {
        mark = written;
        markedNanos = nowNanos;
        return mark;
    }

    /** @param said any other than the mark's is passed over */
    void confirm(long said) {
        if (said != mark) return;
        confirmed = mark;
        mark = NONE;
    }

    /** Whether nothing more may be written, and the client has been silent for so long. */
    boolean isStuck(long nowNanos, long patienceNanos) {
        return !isOpen() && mark != NONE && nowNanos - markedNanos > patienceNanos;
    }
}
