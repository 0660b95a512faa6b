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

/** Wrong passwords and lists over REST: several requests of each kind at once, the next as soon as one is answered. */
final class FloodOfRequests implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final int AT_ONCE = 6;

    private final Node node;
    private final Person who;
    private final HttpClient http;
    private final Consumer<String> count;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    /** @param count is told what came of each request */
    FloodOfRequests(Node node, Person who, HttpClient http, Consumer<String> count) {
        this.node = node;
        this.who = who;
        this.http = http;
        this.count = count;
    }

    void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            askers.execute(() -> repeat("sign-in", this::wrongSignIn));
            askers.execute(() -> repeat("list", this::list));
        }
    }

    private interface Asking {
        int status() throws IOException, InterruptedException;
    }

    private void repeat(String what, Asking asking) {
        while (!over) {
            try {
                count.accept(what + ": " + asking.status());
            } catch (IOException failed) {
                count.accept(what + ": no answer");
            } catch (InterruptedException stopped) {
                return;
            }
            Eventually.pause(BREATH);
        }
    }

    private int wrongSignIn() throws IOException, InterruptedException {
        var guess = Json.of("username", who.username(), "password", "guess no. " + Cids.now())
                .toString();
        return status(HttpRequest.newBuilder(node.http("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(guess)));
    }

    private int list() throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(node.http("/api/conversations?limit=200"))
                .header("Authorization", "Bearer " + who.token()));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                .statusCode();
    }

    void stop() {
        over = true;
        askers.shutdown();
    }

    @Override
    public void close() {
        stop();
        askers.shutdownNow();
    }
}
