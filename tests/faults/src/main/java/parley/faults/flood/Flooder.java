package parley.faults.flood;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/**
 * A user with an own address who sends without a pause, guesses passwords, requests lists, and opens sockets without
 * {@code hello}. The rates are bounded, so that the node is measured and not the machine.
 */
final class Flooder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Flooder.class.getName());
    private static final String ADDRESS = "127.0.0.2";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SEND_PAUSE = Duration.ofMillis(10);
    private static final int SENDS = 10;
    private static final Duration SOCKET_PAUSE = Duration.ofMillis(100);
    private static final int MAX_SOCKETS = 150;
    private static final Duration REQUEST_PAUSE = Duration.ofMillis(20);
    private static final int CONCURRENT_REQUESTS = 6;

    private final Node node;
    private final Person user;
    private final long conversation;
    private final HttpClient http = client();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<ChatSocket> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    Flooder(Node node) {
        this.node = node;
        user = Person.register(node, "flooder");
        conversation = user.direct(node, Person.register(node, "flooded"));
    }

    private static HttpClient client() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        try {
            var own = InetAddress.getByName(ADDRESS);
            new ServerSocket(0, 1, own).close();
            builder.localAddress(own);
        } catch (IOException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "The flood has no address of its own.", unavailable);
        }
        return builder.build();
    }

    void start() {
        threads.execute(this::send);
        threads.execute(this::openSockets);
        for (int i = 0; i < CONCURRENT_REQUESTS; i++) {
            threads.execute(() -> repeat("sign-in", this::guessPassword));
            threads.execute(() -> repeat("list", this::list));
        }
    }

    private void send() {
        ChatSocket socket = null;
        for (; !stopped; Eventually.pause(SEND_PAUSE)) {
            if (socket == null || !socket.isOpen()) {
                socket = open("socket for sends", true);
            } else if (socket.isDrained()) {
                for (int i = 0; i < SENDS; i++) send(socket);
            }
        }
    }

    private void send(ChatSocket socket) {
        socket.ask(Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "flood"))
                .whenComplete((answer, failed) -> count(
                        "send",
                        failed != null
                                ? "no answer"
                                : answer.path("code").asText(answer.path("t").asText())));
    }

    private void openSockets() {
        for (int i = 0; i < MAX_SOCKETS && !stopped; i++, Eventually.pause(SOCKET_PAUSE))
            threads.execute(() -> open("socket without hello", false));
    }

    /** Null if the node refuses it. */
    private ChatSocket open(String what, boolean hello) {
        try {
            var opening = hello
                    ? ChatSocket.greeted(http, node, user.token(), TIMEOUT, frame -> {})
                    : ChatSocket.connect(http, node, user.token(), TIMEOUT, frame -> {});
            var socket = opening.join();
            sockets.add(socket);
            count(what, "opened");
            return socket;
        } catch (RuntimeException refused) {
            count(what, "refused");
            return null;
        }
    }

    private void repeat(String what, Callable<Integer> request) {
        for (; !stopped; Eventually.pause(REQUEST_PAUSE)) {
            try {
                count(what, Integer.toString(request.call()));
            } catch (IOException failed) {
                count(what, "no answer");
            } catch (Exception ended) {
                return;
            }
        }
    }

    private int guessPassword() throws IOException, InterruptedException {
        var guess = Json.of("username", user.username(), "password", "guess no. " + Cids.now());
        return status(HttpRequest.newBuilder(node.http("/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(guess.toString())));
    }

    private int list() throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(node.http("/api/conversations?limit=200"))
                .header("Authorization", "Bearer " + user.token()));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private void count(String what, String result) {
        counts.computeIfAbsent(what + ": " + result, w -> new LongAdder()).increment();
    }

    /** The number of requests by result. */
    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, times) -> all.put(what, times.sum()));
        long closed = sockets.stream().filter(socket -> !socket.isOpen()).count();
        if (closed > 0) all.put("sockets closed by the node", closed);
        return all;
    }

    void stop() {
        stopped = true;
        threads.shutdown();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
        sockets.forEach(ChatSocket::close);
        http.shutdownNow();
    }
}
