package parley.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import parley.bench.client.Client;
import parley.bench.client.Loop;

/** So many sends a second, one client after the other, whatever comes back. */
public final class OpenLoop extends Load<Void> {

    private static final long FIRST = 1_000_000_000L;
    private static final double NANOS = 1e9;
    private static final int DIGITS = 3;

    private final ClientPool crowd;
    private final long beganNanos = System.nanoTime();
    private final double perNano;
    private final long count;
    private final Histogram acknowledged = new Histogram(DIGITS);
    private final Histogram received = new Histogram(DIGITS);
    private final Histogram late = new Histogram(DIGITS);
    private long refused;
    private long lastNanos;

    /**
     * @param acknowledged nanoseconds from when each send was due to its {@code ok}
     * @param received the same to the other's {@code msg}
     * @param late the same until the client sent it: what lies at the client
     * @param perSecond acknowledged, until the last was
     */
    public record Outcome(Histogram acknowledged, Histogram received, Histogram late, long refused, double perSecond) {}

    private OpenLoop(ClientPool crowd, int rate, Duration length) {
        this.crowd = crowd;
        this.perNano = rate / NANOS;
        this.count = rate * length.toSeconds();
    }

    /** Returns when all is answered, and what was acknowledged has come to one other. */
    public static Outcome of(ClientPool crowd, int rate, Duration length) {
        var load = new OpenLoop(crowd, rate, length);
        crowd.loop().ask(() -> {
            crowd.clients().forEach(client -> client.tell(load));
            return null;
        });
        load.pace();
        Loop.await(load.done);
        double seconds = (load.lastNanos - load.beganNanos) / NANOS;
        return new Outcome(
                load.acknowledged, load.received, load.late, load.refused, load.acknowledged.getTotalCount() / seconds);
    }

    /** On a thread of its own: the loop's timers are too coarse by half of what is measured. */
    private void pace() {
        for (long next = 0; next < count; ) {
            long from = next;
            long to = Math.min(count, (long) ((System.nanoTime() - beganNanos) * perNano) + 1);
            if (to > from) crowd.loop().run(() -> send(from, to));
            next = Math.max(from, to);
            LockSupport.parkNanos(dueNanos(next) - System.nanoTime());
        }
    }

    private long dueNanos(long index) {
        return beganNanos + (long) (index / perNano);
    }

    private long sinceDue(long number, long now) {
        return Math.max(0, now - dueNanos(number - FIRST));
    }

    private void send(long from, long to) {
        long millis = System.currentTimeMillis();
        for (long i = from; i < to; i++) {
            late.recordValue(sinceDue(FIRST + i, System.nanoTime()));
            crowd.clients().get((int) (i % crowd.clients().size())).send(FIRST + i, millis);
        }
    }

    @Override
    public void ok(Client client, long number, long pos) {
        lastNanos = System.nanoTime();
        acknowledged.recordValue(sinceDue(number, lastNanos));
        look();
    }

    @Override
    public void msg(Client client, long number) {
        received.recordValue(sinceDue(number, System.nanoTime()));
        look();
    }

    @Override
    public void err(Client client, String text) {
        refused++;
        look();
    }

    private void look() {
        boolean answered = acknowledged.getTotalCount() + refused >= count;
        if (answered && received.getTotalCount() >= acknowledged.getTotalCount()) done.complete(null);
    }
}
