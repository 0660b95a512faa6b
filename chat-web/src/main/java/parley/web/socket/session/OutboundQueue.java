package parley.web.socket.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import parley.web.socket.frame.Utf8Length;

/**
 * The outgoing frames of one socket, written in order by one thread. The queue is limited to what a client that keeps
 * up could leave waiting. What the client missed is pulled when nothing else waits, and does not count towards the
 * limit.
 */
final class OutboundQueue {

    static final String TOO_SLOW = "too slow";
    private static final System.Logger LOG = System.getLogger(OutboundQueue.class.getName());
    private static final String WRITE_FAILED = "write failed";
    private static final String CANNOT_CATCH_UP = "cannot catch up";

    /** A client that does not confirm missed frames gets more time than one that leaves live frames waiting. */
    private static final int BACKLOG_TIMEOUT_FACTOR = 6;

    private final SocketWriter wire;
    private final SessionSettings settings;
    private final Consumer<String> onTrouble;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final FrameQueue frames;
    private final FlowControlWindow window = new FlowControlWindow();
    private ReplaySource backlog;
    private long pullAtNanos;
    private Runnable whenWritten;
    private boolean closed;

    /** @param onTrouble called once with the reason if a write fails or the client is too slow */
    OutboundQueue(SocketWriter wire, SessionSettings settings, Consumer<String> onTrouble) {
        this.wire = wire;
        this.settings = settings;
        this.onTrouble = onTrouble;
        this.frames = new FrameQueue(settings.queuedFrames(), settings.queuedChars());
    }

    /** Never blocks. */
    void add(OutgoingFrame frame) {
        add(frame, null);
    }

    void add(String frame) {
        add(OutgoingFrame.of(frame));
    }

    /** Queues {@code last} and nothing after it; {@code then} runs once everything is written. */
    void finish(String last, Runnable then) {
        add(OutgoingFrame.of(last), then);
    }

    private void add(OutgoingFrame frame, Runnable then) {
        lock.lock();
        try {
            if (closed || whenWritten != null) return;
            if (frames.offer(frame)) {
                whenWritten = then;
                moved.signal();
                return;
            }
            closeLocked();
        } finally {
            lock.unlock();
        }
        onTrouble.accept(TOO_SLOW);
    }

    /** Sets what the client missed, which precedes all later frames of the same conversations. */
    void catchUp(ReplaySource missed) {
        lock.lock();
        try {
            backlog = missed;
            pullAtNanos = System.nanoTime();
            moved.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The client has read everything that was written before that ping. */
    void confirm(long mark) {
        lock.lock();
        try {
            window.confirm(mark);
            moved.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the socket if the client does not read. */
    void checkTimeouts(long nowNanos) {
        lock.lock();
        try {
            long patience = TimeUnit.MILLISECONDS.toNanos(settings.sendTimeoutMillis());
            long granted = frames.hasLive() ? patience : patience * BACKLOG_TIMEOUT_FACTOR;
            if (closed || !window.isStuck(nowNanos, granted)) return;
            closeLocked();
        } finally {
            lock.unlock();
        }
        onTrouble.accept(TOO_SLOW);
    }

    /** Writes until the queue is closed. */
    void run() {
        try {
            for (var step = next(); step != null; step = next()) step.write();
        } catch (IOException | IllegalStateException gone) {
            fail();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Step {
        void write() throws IOException;
    }

    /** Waits for the next step; null at the end. */
    private Step next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                if (window.isMarkDue()) {
                    long mark = window.mark(System.nanoTime());
                    return () -> wire.ping(mark);
                }
                if (frames.isEmpty() && whenWritten != null) {
                    closed = true;
                    return whenWritten::run;
                }
                if (window.isOpen()) {
                    var frame = frames.poll();
                    if (frame != null) {
                        return () -> write(frame);
                    }
                    if (isPullDue()) return this::pull;
                }
                awaitMove();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Not under the lock, because the JSON may have to be built. */
    private void write(OutgoingFrame frame) throws IOException {
        String text;
        try {
            text = frame.text();
        } catch (RuntimeException bug) {
            // Frames are never skipped: the client reconnects and loads what it missed.
            LOG.log(System.Logger.Level.ERROR, "A frame could not be built; its socket is closed.", bug);
            throw new IOException(bug);
        }
        lock.lock();
        try {
            window.recordWrite(Utf8Length.length(text));
        } finally {
            lock.unlock();
        }
        wire.text(text);
    }

    private boolean isPullDue() {
        return backlog != null && whenWritten == null && System.nanoTime() - pullAtNanos >= 0;
    }

    private void awaitMove() throws InterruptedException {
        if (backlog == null || !window.isOpen() || whenWritten != null) moved.await();
        else moved.awaitNanos(pullAtNanos - System.nanoTime());
    }

    /** Not under the lock, because it waits for the database, or for the tail, whose thread adds frames here. */
    private void pull() {
        var more = pulled();
        String lost = null;
        lock.lock();
        try {
            switch (more) {
                case ReplaySource.Pulled.Frames(var missed) -> frames.addMissed(missed);
                case ReplaySource.Pulled.Later(var nanos) -> pullAtNanos = System.nanoTime() + nanos;
                case ReplaySource.Pulled.End() -> backlog = null;
                case ReplaySource.Pulled.Lost(var reason) -> {
                    lost = closed ? null : reason;
                    closeLocked();
                }
            }
        } finally {
            lock.unlock();
        }
        if (lost != null) onTrouble.accept(lost);
    }

    private ReplaySource.Pulled pulled() {
        ReplaySource source;
        lock.lock();
        try {
            source = backlog;
        } finally {
            lock.unlock();
        }
        if (source == null) return new ReplaySource.Pulled.End();
        try {
            return source.pull();
        } catch (RuntimeException unforeseen) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "What a client missed could not be read; the client has to reconnect.",
                    unforeseen);
            return new ReplaySource.Pulled.Lost(CANNOT_CATCH_UP);
        }
    }

    private void fail() {
        lock.lock();
        try {
            if (closed) return;
            closeLocked();
        } finally {
            lock.unlock();
        }
        onTrouble.accept(WRITE_FAILED);
    }

    void close() {
        lock.lock();
        try {
            closeLocked();
        } finally {
            lock.unlock();
        }
    }

    private void closeLocked() {
        closed = true;
        frames.clear();
        backlog = null;
        moved.signal();
    }
}
