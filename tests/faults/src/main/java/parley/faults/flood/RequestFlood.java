package parley.faults.flood;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** Guesses passwords and requests lists over REST, with several concurrent requests of each kind. */
final class RequestFlood implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int CONCURRENT = 6;

    private final Node node;
    private final Person user;
    private final HttpClient http;
    private final Consumer<String> count;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    /** @param count receives the result of each request */
    RequestFlood(Node node, Person user, HttpClient http, Consumer<String> count) {
        this.node = node;
        this.user = user;
        this.http = http;
        this.count = count;
    }

    void start() {
        for (int i = 0; i < CONCURRENT; i++) {
            threads.execute(() -> repeat("sign-in", this::wrongSignIn));
            threads.execute(() -> repeat("list", this::list));
        }
    }

    private interface Call {
        int status() throws IOException, InterruptedException;
    }

    private void repeat(String what, Call call) {
        while (!stopped) {
            try {
                count.accept(what + ": " + call.status());
            } catch (IOException failed) {
                count.accept(what + ": no answer");
            } catch (InterruptedException interrupted) {
                return;
            }
            Eventually.pause(PAUSE);
        }
    }

    private int wrongSignIn() throws IOException, InterruptedException {
        var guess = Json.of("username", user.username(), "password", "guess no. " + Cids.now())
                .toString();
        return status(HttpRequest.newBuilder(node.http("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(guess)));
    }

    private int list() throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(node.http("/api/conversations?limit=200"))
                .header("Authorization", "Bearer " + user.token()));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.discarding())
                .statusCode();
    }

    void stop() {
        stopped = true;
        threads.shutdown();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
