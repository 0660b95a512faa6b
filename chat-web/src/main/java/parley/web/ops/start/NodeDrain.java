package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
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
        new DrainSequence(new ThisNode(), System::nanoTime, LockSupport::parkNanos).run();
    }

    private final class ThisNode implements DrainSequence.Node {

        private final Set<ClientSession> notified = new HashSet<>();

        @Override
        public void refuseNewWork() {
            drain.begin();
            relay.wake();
        }

        @Override
        public boolean isWorkDone() {
            return pending.size() == 0 && publisher.waiting() == 0 && !relay.isRunning();
        }

        @Override
        public int pendingSends() {
            return pending.size();
        }

        @Override
        public long openSockets() {
            return sessions.size();
        }

        @Override
        public void closeSockets(long spreadMillis) {
            sessions.all()
                    .filter(notified::add)
                    .forEach(session -> session.closeAfter(ServerFrames.bye(
                            "drain", ThreadLocalRandom.current().nextLong(spreadMillis + 1))));
        }

        @Override
        public void publishAcknowledgements() {
            acknowledgements.flushLast();
        }
    }

    /** Called if only the application stops, as at a hot reload; the next one installs its own handler. */
    @PreDestroy
    void uninstall() {
        if (previous != null) Signal.handle(TERM, previous);
    }
}
