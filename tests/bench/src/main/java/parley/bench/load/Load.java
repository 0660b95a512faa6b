package parley.bench.load;

import java.util.concurrent.CompletableFuture;
import parley.bench.client.Client;

/** A load that fails with the first thing that should not happen to one of its clients. */
abstract class Load<T> implements Client.Ear {

    final CompletableFuture<T> done = new CompletableFuture<>();

    @Override
    public void err(Client client, String text) {
        done.completeExceptionally(new IllegalStateException(text));
    }

    @Override
    public void closed(Client client, String why) {
        done.completeExceptionally(new IllegalStateException("a socket was closed: " + why));
    }
}
