package parley.web.ops.start;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** The steps of a drain: refuse new work, answer what was accepted, close the sockets, publish acknowledgements. */
final class DrainSequence {

    private static final System.Logger LOG = System.getLogger(DrainSequence.class.getName());

    /** For the answers, and again for closing the sockets; with the rest of the stop it stays below 30 s. */
    static final Duration TIMEOUT = Duration.ofSeconds(9);

    private static final long MILLIS_PER_SOCKET = 2;
    static final long MAX_SPREAD_MILLIS = 10_000;
    private static final long PAUSE_NANOS = 20_000_000;

    /** The node that is drained. */
    interface Node {

        /** From now on the node is not ready and refuses new work. */
        void refuseNewWork();

        boolean isWorkDone();

        int pendingSends();

        long openSockets();

        /**
         * Sends {@code bye} to every socket that has not got it, and closes it afterwards.
         *
         * @param spreadMillis clients reconnect at random within this time
         */
        void closeSockets(long spreadMillis);

        void publishAcknowledgements();
    }

    private final Node node;
    private final LongSupplier nanos;
    private final LongConsumer pause;

    /**
     * @param nanos as {@link System#nanoTime}
     * @param pause waits for the given number of nanoseconds
     */
    DrainSequence(Node node, LongSupplier nanos, LongConsumer pause) {
        this.node = node;
        this.nanos = nanos;
        this.pause = pause;
    }

    void run() {
        LOG.log(
                System.Logger.Level.INFO,
                "Draining: {0} sockets will be closed after {1} pending sends are answered.",
                node.openSockets(),
                node.pendingSends());
        node.refuseNewWork();
        boolean answered = waitFor(node::isWorkDone);
        long spread = Math.min(MAX_SPREAD_MILLIS, node.openSockets() * MILLIS_PER_SOCKET);
        boolean closed = waitFor(() -> {
            node.closeSockets(spread);
            return node.openSockets() == 0;
        });
        node.publishAcknowledgements();
        LOG.log(
                System.Logger.Level.INFO,
                "Drained: {0}, {1}.",
                answered
                        ? "every send was answered"
                        : node.pendingSends() + " sends were not answered and will be repeated by their clients",
                closed ? "every socket closed" : node.openSockets() + " sockets did not close in time");
    }

    private boolean waitFor(BooleanSupplier done) {
        long deadline = nanos.getAsLong() + TIMEOUT.toNanos();
        while (!done.getAsBoolean()) {
            if (nanos.getAsLong() - deadline > 0) return false;
            pause.accept(PAUSE_NANOS);
        }
        return true;
    }
}
