package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.web.membership.relay.OutboxRelay;
import parley.web.message.acknowledgement.AckPublisher;
import parley.web.message.admission.LogPublisher;
import parley.web.message.admission.PendingSends;
import parley.web.platform.runtime.DrainState;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.socket.frame.ServerFrames;
import parley.web.socket.session.ClientSession;
import parley.web.socket.session.SessionRegistry;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Drains a node at SIGTERM, before the server begins to stop. During the stop it would be too late: the server's
 * quiesce does not wait for sockets, and {@code Shutdown}, {@code @PreDestroy} and shutdown hooks run concurrently with
 * it or after it (docs/decisions/0009).
 */
@ApplicationScoped
class NodeDrain {

    private static final System.Logger LOG = System.getLogger(NodeDrain.class.getName());
    private static final Signal TERM = new Signal("TERM");
    /** For the answers, and again for closing the sockets; with the rest of the stop it stays below 30 s. */
    private static final Duration TIMEOUT = Duration.ofSeconds(9);

    private static final long MILLIS_PER_SOCKET = 2;
    private static final long MAX_SPREAD_MILLIS = 10_000;
    private static final long PAUSE_NANOS = 20_000_000;

    @Inject
    NodeExecutors threads;

    @Inject
    DrainState drain;

    @Inject
    PendingSends pending;

    @Inject
    LogPublisher publisher;

    @Inject
    OutboxRelay relay;

    @Inject
    AckPublisher acknowledgements;

    @Inject
    SessionRegistry sessions;

    private SignalHandler previous;

    /** Handles SIGTERM from now on. */
    void install() {
        try {
            previous = Signal.handle(TERM, this::onTerm);
        } catch (IllegalArgumentException reserved) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "This JVM does not pass on SIGTERM (-Xrs): this node will stop without"
                            + " draining; its clients resume on other nodes.",
                    reserved);
        }
    }

    private void onTerm(Signal signal) {
        var thread = threads.factory().newThread(this::run);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        previous.handle(signal);
    }

    private void run() {
        LOG.log(
                System.Logger.Level.INFO,
                "Draining: {0} sockets will be closed after {1} pending sends are answered.",
                sessions.size(),
                pending.size());
        drain.begin();
        relay.wake();
        boolean answered = waitFor(() -> pending.size() == 0 && publisher.waiting() == 0 && !relay.isRunning());
        long spread = Math.min(MAX_SPREAD_MILLIS, sessions.size() * MILLIS_PER_SOCKET);
        var notified = new HashSet<ClientSession>();
        boolean closed = waitFor(() -> {
            sessions.all()
                    .filter(notified::add)
                    .forEach(session -> session.closeAfter(ServerFrames.bye(
                            "drain", ThreadLocalRandom.current().nextLong(spread + 1))));
            return sessions.size() == 0;
        });
        acknowledgements.flushLast();
        LOG.log(
                System.Logger.Level.INFO,
                "Drained: {0}, {1}.",
                answered ? "every send was answered" : pending.size() + " sends were not answered and will be repeated by their clients",
                closed ? "every socket closed" : sessions.size() + " sockets did not close in time");
    }

    private static boolean waitFor(BooleanSupplier done) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) return false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /** Called if only the application stops, as at a hot reload; the next one installs its own handler. */
    @PreDestroy
    void uninstall() {
        if (previous != null) Signal.handle(TERM, previous);
    }
}
