package parley.bench.load;

import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import parley.bench.client.Client;
import parley.bench.client.Loop;

/** All sockets of a crowd are cut, and all come back at once; who is turned away tries again. */
public final class Storm {

    private static final long PAUSE_MILLIS = 200;
    private static final int DIGITS = 3;

    private final ClientPool crowd;
    private final Histogram welcomed = new Histogram(DIGITS);
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private long beganNanos;
    private long turnedAway;

    /** @param welcomed nanoseconds from the cut until each was welcomed */
    public record Outcome(Histogram welcomed, long turnedAway) {}

    private Storm(ClientPool crowd) {
        this.crowd = crowd;
    }

    /** Returns when the last is welcomed. */
    public static Outcome of(ClientPool crowd) {
        var storm = new Storm(crowd);
        crowd.loop().run(storm::begin);
        return Loop.await(storm.done);
    }

    private void begin() {
        beganNanos = System.nanoTime();
        crowd.clients().forEach(Client::cut);
        crowd.clients().forEach(this::comeBack);
    }

    private void comeBack(Client client) {
        client.come()
                .onSuccess(c -> {
                    welcomed.recordValue(System.nanoTime() - beganNanos);
                    if (welcomed.getTotalCount() == crowd.clients().size())
                        done.complete(new Outcome(welcomed, turnedAway));
                })
                .onFailure(failed -> {
                    turnedAway++;
                    crowd.loop().after(PAUSE_MILLIS, () -> comeBack(client));
                });
    }
}
