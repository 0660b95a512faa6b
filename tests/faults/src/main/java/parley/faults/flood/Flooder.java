package parley.faults.flood;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/**
 * A user with an own address who sends without a pause, guesses passwords, requests lists, and opens sockets without
 * {@code hello}. The rates are bounded, so that the node is measured and not the machine.
 */
final class Flooder implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.2";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int TICK_MILLIS = 10;
    private static final int SENDS_PER_TICK = 10;
    private static final int SOCKET_INTERVAL_MILLIS = 100;
    private static final int MAX_SOCKETS = 150;

    private final Node node;
    private final Person user;
    private final long conversation;
    private final HttpClient http;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<ChatSocket> opened = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final RequestFlood requests;
    private volatile ChatSocket sending;
    private volatile boolean connecting;

    Flooder(Node node) {
        this.node = node;
        user = Person.register(node, "flooder");
        conversation = user.direct(node, Person.register(node, "flooded"));
        http = client();
        requests = new RequestFlood(node, user, http, this::count);
    }

    private static HttpClient client() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        try {
            var own = InetAddress.getByName(ADDRESS);
            new ServerSocket(0, 1, own).close();
            builder.localAddress(own);
        } catch (IOException unavailable) {
            System.getLogger(Flooder.class.getName())
                    .log(System.Logger.Level.WARNING, "The flood has no address of its own.", unavailable);
        }
        return builder.build();
    }

    void start() {
        clock.scheduleAtFixedRate(this::send, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::open, 0, SOCKET_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        requests.start();
    }

    private void count(String what) {
        counts.computeIfAbsent(what, w -> new LongAdder()).increment();
    }

    private void send() {
        var socket = sending;
        if (socket == null || !socket.isOpen()) {
            connect();
            return;
        }
        if (!socket.isDrained()) return;
        for (int i = 0; i < SENDS_PER_TICK; i++) {
            socket.ask(Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "flood"))
                    .whenComplete((answer, failed) -> count("send: " + (failed != null ? "no answer" : result(answer))));
        }
    }

    private static String result(JsonNode answer) {
        return answer.path("t").asText().equals("ok")
                ? "ok"
                : answer.path("code").asText();
    }

    private void connect() {
        if (connecting) return;
        connecting = true;
        ChatSocket.greeted(http, node, user.token(), TIMEOUT, frame -> {}).whenComplete((made, failed) -> {
            count(failed == null ? "socket for sends: opened" : "socket for sends: refused");
            if (failed == null) opened.add(made);
            sending = made;
            connecting = false;
        });
    }

    private void open() {
        if (sockets.incrementAndGet() > MAX_SOCKETS) return;
        ChatSocket.connect(http, node, user.token(), TIMEOUT, frame -> {}).whenComplete((made, failed) -> {
            count(failed == null ? "socket without hello: opened" : "socket without hello: refused");
            if (failed == null) opened.add(made);
        });
    }

    /** The number of requests by result. */
    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, times) -> all.put(what, times.sum()));
        long ended = opened.stream().filter(socket -> !socket.isOpen()).count();
        if (ended > 0) all.put("sockets closed by the node", ended);
        return all;
    }

    void stop() {
        clock.shutdownNow();
        requests.stop();
    }

    @Override
    public void close() {
        stop();
        opened.forEach(ChatSocket::close);
        requests.close();
        http.shutdownNow();
    }
}
