package parley.bench.load;

import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** Cuts all clients and reconnects them at once. Clients that are rejected try again. */
public final class Storm {

    private static final long RETRY_MILLIS = 200;

    private final BenchClients clients;
    private final Histogram welcomed = new Histogram(3);
    private final CompletableFuture<Result> done = new CompletableFuture<>();
    private long startNanos;
    private long rejected;

    /** @param welcomed nanoseconds from the cut to each {@code welcome} */
    public record Result(Histogram welcomed, long rejected) {}

    private Storm(BenchClients clients) {
        this.clients = clients;
    }

    /** Returns when the last client is welcomed. */
    public static Result run(BenchClients clients) {
        var storm = new Storm(clients);
        clients.loop().run(() -> {
            storm.startNanos = System.nanoTime();
            clients.clients().forEach(BenchClient::cut);
            clients.clients().forEach(storm::reconnect);
        });
        return EventLoop.await(storm.done);
    }

    private void reconnect(BenchClient client) {
        client.connect()
                .onSuccess(v -> {
                    welcomed.recordValue(System.nanoTime() - startNanos);
                    if (welcomed.getTotalCount() == clients.clients().size())
                        done.complete(new Result(welcomed, rejected));
                })
                .onFailure(failure -> {
                    rejected++;
                    clients.loop().runAfter(RETRY_MILLIS, () -> reconnect(client));
                });
    }
}
