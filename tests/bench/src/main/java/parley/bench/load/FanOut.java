package parley.bench.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import parley.bench.client.Client;
import parley.bench.client.Loop;

/** The first of a crowd sends to all others; a window of messages is on its way, each until everybody has it. */
public final class FanOut extends Load<Run> {

    private final ClientPool crowd;
    private final Client sender;
    private final int receivers;
    private final Sent sent = new Sent();
    private final Map<Long, Integer> missing = new HashMap<>();
    private Meter meter;

    private FanOut(ClientPool crowd) {
        this.crowd = crowd;
        sender = crowd.clients().getFirst();
        receivers = crowd.clients().size() - 1;
    }

    /** Counts deliveries; returns when everything sent has come to everybody. */
    public static Run of(ClientPool crowd, int window, Duration length) {
        var load = new FanOut(crowd);
        crowd.loop().run(() -> load.begin(window, length));
        return Loop.await(load.done);
    }

    private void begin(int window, Duration length) {
        crowd.clients().forEach(client -> client.tell(this));
        meter = new Meter(length);
        for (int i = 0; i < window; i++) next();
    }

    private void next() {
        missing.put(sent.by(sender), receivers);
    }

    @Override
    public void msg(Client client, long number) {
        long now = System.nanoTime();
        meter.ended(now, sent.nanosSince(number, now));
        if (missing.merge(number, -1, Integer::sum) > 0) return;
        missing.remove(number);
        if (!meter.isOver(now)) next();
        else if (missing.isEmpty()) done.complete(meter.run());
    }

    @Override
    public void ok(Client client, long number, long pos) {}
}
