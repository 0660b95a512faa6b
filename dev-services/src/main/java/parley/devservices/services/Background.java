package parley.devservices.services;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs blocking tasks on daemon threads. */
final class Background {

    static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("embedded-", 0).start(task);

    private Background() {}

    static CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, THREADS);
    }
}
