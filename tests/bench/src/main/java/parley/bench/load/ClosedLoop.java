package parley.bench.load;

import java.time.Duration;
import parley.bench.client.Client;
import parley.bench.client.Loop;
import parley.cluster.server.Eventually;

/** All clients of a crowd send: each has a window of sends in flight, and the next goes out when one is acknowledged. */
public final class ClosedLoop extends Load<Run> {

    private static final Duration TO_ARRIVE = Duration.ofSeconds(120);

    private final ClientPool crowd;
    private final Sent sent = new Sent();
    private Meter meter;
    private int inFlight;
    private long delivered;

    private ClosedLoop(ClientPool crowd) {
        this.crowd = crowd;
    }

    /** Returns when every send is acknowledged, and delivered to one other. */
    public static Run of(ClientPool crowd, int window, Duration length) {
        var load = new ClosedLoop(crowd);
        crowd.loop().run(() -> load.begin(window, length));
        var run = Loop.await(load.done);
        Eventually.holds(TO_ARRIVE, () -> load.requireDelivered(run.all()));
        return run;
    }

    private void begin(int window, Duration length) {
        crowd.clients().forEach(client -> client.tell(this));
        meter = new Meter(length);
        for (int i = 0; i < window; i++) crowd.clients().forEach(this::next);
    }

    private void next(Client client) {
        inFlight++;
        sent.by(client);
    }

    @Override
    public void ok(Client client, long number, long pos) {
        long now = System.nanoTime();
        meter.ended(now, sent.nanosSince(number, now));
        inFlight--;
        if (!meter.isOver(now)) next(client);
        else if (inFlight == 0) done.complete(meter.run());
    }

    @Override
    public void msg(Client client, long number) {
        delivered++;
    }

    private void requireDelivered(long all) {
        long came = crowd.loop().ask(() -> delivered);
        if (came != all) throw new AssertionError("of " + all + " messages " + came + " were delivered");
    }
}
