package parley.bench.load;

import java.time.Duration;
import java.util.List;
import parley.cluster.server.Eventually;

/** Each sender has a fixed number of messages in flight, and sends the next one when one is complete. */
public final class ClosedLoop extends Load {

    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(120);
    /** More than are ever in flight. */
    private static final int SLOTS = 1 << 20;

    private final BenchClients clients;
    private final List<BenchClient> senders;
    private final boolean fanOut;
    private final int receivers;
    private final long[] sentNanos = new long[SLOTS];
    private final int[] missing = new int[SLOTS];
    private LoadResult result;
    private long sent;
    private long complete;
    private long delivered;

    private ClosedLoop(BenchClients clients, List<BenchClient> senders, boolean fanOut, int receivers) {
        this.clients = clients;
        this.senders = senders;
        this.fanOut = fanOut;
        this.receivers = receivers;
    }

    /** All clients, connected in pairs, send. A message counts and is complete when it is acknowledged. */
    public static LoadResult pairs(BenchClients clients, int window, Duration length) {
        return new ClosedLoop(clients, clients.clients(), false, 1).run(window, length);
    }

    /** The first client sends to all others. Deliveries count, and a message is complete when all have received it. */
    public static LoadResult fanOut(BenchClients clients, int window, Duration length) {
        var all = clients.clients();
        return new ClosedLoop(clients, all.subList(0, 1), true, all.size() - 1).run(window, length);
    }

    /** Returns when every message is acknowledged or delivered to all, also those in flight when the time is over. */
    private LoadResult run(int window, Duration length) {
        var loop = clients.loop();
        loop.run(() -> {
            clients.clients().forEach(client -> client.setLoad(this));
            result = new LoadResult(length);
            for (int i = 0; i < window; i++) senders.forEach(this::send);
        });
        EventLoop.await(done);
        Eventually.holds(DELIVERY_TIMEOUT, () -> {
            long count = loop.call(() -> delivered);
            if (count != sent * receivers)
                throw new AssertionError(count + " deliveries of " + sent + " messages to " + receivers);
        });
        return result;
    }

    private void send(BenchClient sender) {
        int slot = slot(++sent);
        sentNanos[slot] = System.nanoTime();
        missing[slot] = receivers;
        sender.send(sent, System.currentTimeMillis());
    }

    private static int slot(long number) {
        return (int) number & SLOTS - 1;
    }

    @Override
    void acknowledged(BenchClient client, long number) {
        if (!fanOut) count(client, number, true);
    }

    @Override
    void received(BenchClient client, long number) {
        delivered++;
        if (fanOut) count(senders.getFirst(), number, --missing[slot(number)] == 0);
    }

    private void count(BenchClient sender, long number, boolean isComplete) {
        long now = System.nanoTime();
        result.add(now, now - sentNanos[slot(number)]);
        if (!isComplete) return;
        complete++;
        if (!result.isOver(now)) send(sender);
        else if (complete == sent) done.complete(null);
    }
}
