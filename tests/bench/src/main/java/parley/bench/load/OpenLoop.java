package parley.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends at a fixed rate, one client after another, whatever the server does. Latencies count from when a message was due,
 * which corrects for coordinated omission.
 */
public final class OpenLoop extends Load {

    private static final double NANOS = 1e9;

    private final BenchClients clients;
    private final long startNanos = System.nanoTime();
    private final double perNano;
    private final long count;
    private final Histogram acknowledged = new Histogram(3);
    private final Histogram received = new Histogram(3);
    private final Histogram clientDelay = new Histogram(3);
    private long refused;
    private long lastNanos;

    /**
     * Histograms are in nanoseconds since each message was due.
     *
     * @param clientDelay until the client sent it
     * @param perSecond acknowledged messages
     */
    public record Result(
            Histogram acknowledged, Histogram received, Histogram clientDelay, long refused, double perSecond) {}

    private OpenLoop(BenchClients clients, int rate, Duration length) {
        this.clients = clients;
        this.perNano = rate / NANOS;
        this.count = rate * length.toSeconds();
    }

    /** Returns when every message is answered and every acknowledged message is delivered. */
    public static Result run(BenchClients clients, int rate, Duration length) {
        var load = new OpenLoop(clients, rate, length);
        clients.loop().run(() -> clients.clients().forEach(client -> client.setLoad(load)));
        load.pace();
        EventLoop.await(load.done);
        double seconds = (load.lastNanos - load.startNanos) / NANOS;
        double perSecond = load.acknowledged.getTotalCount() / seconds;
        return new Result(load.acknowledged, load.received, load.clientDelay, load.refused, perSecond);
    }

    /** Runs outside the event loop, whose timers have a resolution of a millisecond. */
    private void pace() {
        for (long next = 0; next < count; ) {
            long from = next;
            long to = Math.min(count, (long) ((System.nanoTime() - startNanos) * perNano) + 1);
            if (to > from) clients.loop().run(() -> send(from, to));
            next = Math.max(from, to);
            LockSupport.parkNanos(dueNanos(next) - System.nanoTime());
        }
    }

    private long dueNanos(long index) {
        return startNanos + (long) (index / perNano);
    }

    /** @param number of the message, which is its index plus one */
    private long nanosSinceDue(long number) {
        return Math.max(0, System.nanoTime() - dueNanos(number - 1));
    }

    private void send(long from, long to) {
        long millis = System.currentTimeMillis();
        var all = clients.clients();
        for (long i = from; i < to; i++) {
            clientDelay.recordValue(nanosSinceDue(i + 1));
            all.get((int) (i % all.size())).send(i + 1, millis);
        }
    }

    @Override
    void acknowledged(BenchClient client, long number) {
        lastNanos = System.nanoTime();
        acknowledged.recordValue(nanosSinceDue(number));
        completeIfAnswered();
    }

    @Override
    void received(BenchClient client, long number) {
        received.recordValue(nanosSinceDue(number));
        completeIfAnswered();
    }

    @Override
    void refused(String error) {
        refused++;
        completeIfAnswered();
    }

    private void completeIfAnswered() {
        boolean answered = acknowledged.getTotalCount() + refused >= count;
        if (answered && received.getTotalCount() >= acknowledged.getTotalCount()) done.complete(null);
    }
}
