package parley.bench.load;

import java.util.concurrent.CompletableFuture;

/** Receives the events of all clients on their event loop. By default, a refusal or a close fails the load. */
class Load {

    final CompletableFuture<Void> done = new CompletableFuture<>();

    void acknowledged(BenchClient client, long number) {}

    void received(BenchClient client, long number) {}

    void refused(String error) {
        done.completeExceptionally(new IllegalStateException(error));
    }

    void closed(String reason) {
        done.completeExceptionally(new IllegalStateException(reason));
    }
}
