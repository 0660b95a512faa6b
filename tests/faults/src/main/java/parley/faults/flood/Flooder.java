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
 * One user at an address of his own who sends without a pause, guesses passwords, asks for lists, and opens sockets that
 * never greet; each of it bounded, so that it is the node that is measured and not this machine.
 */
final class Flooder implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.2";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TICK_MILLIS = 10;
    private static final int SENDS_A_TICK = 10;
    private static final int SOCKETS_MILLIS = 100;
    private static final int MOST_SOCKETS = 150;

    private final Node node;
    private final Person who;
    private final long conversation;
    private final HttpClient http;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<ChatSocket> opened = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final FloodOfRequests requests;
    private volatile ChatSocket sending;
    private volatile boolean connecting;

    Flooder(Node node) {
        this.node = node;
        who = Person.register(node, "flooder");
        conversation = who.direct(node, Person.register(node, "flooded"));
        http = client();
        requests = new FloodOfRequests(node, who, http, this::count);
    }

    private static HttpClient client() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        try {
            var own = InetAddress.getByName(ADDRESS);
            new ServerSocket(0, 1, own).close();
            builder.localAddress(own);
        } catch (IOException notHere) {
            System.getLogger(Flooder.class.getName())
                    .log(System.Logger.Level.WARNING, "No address of its own for the flood.", notHere);
        }
        return builder.build();
    }

    void start() {
        clock.scheduleAtFixedRate(this::send, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::open, 0, SOCKETS_MILLIS, TimeUnit.MILLISECONDS);
        requests.start();
    }

    private void count(String what) {
        counts.computeIfAbsent(what, w -> new LongAdder()).increment();
    }

    private void send() {
        var way = sending;
        if (way == null || !way.isOpen()) {
            connect();
            return;
        }
        if (!way.isDrained()) return;
        for (int i = 0; i < SENDS_A_TICK; i++) {
            way.ask(Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", "and again"))
                    .whenComplete((answer, failed) -> count("send: " + (failed != null ? "no answer" : said(answer))));
        }
    }

    private static String said(JsonNode answer) {
        return answer.path("t").asText().equals("ok")
                ? "ok"
                : answer.path("code").asText();
    }

    private void connect() {
        if (connecting) return;
        connecting = true;
        ChatSocket.greeted(http, node, who.token(), PATIENCE, frame -> {}).whenComplete((made, failed) -> {
            count(failed == null ? "socket for sends: opened" : "socket for sends: refused");
            if (failed == null) opened.add(made);
            sending = made;
            connecting = false;
        });
    }

    private void open() {
        if (sockets.incrementAndGet() > MOST_SOCKETS) return;
        ChatSocket.connect(http, node, who.token(), PATIENCE, frame -> {}).whenComplete((made, failed) -> {
            count(failed == null ? "socket without hello: opened" : "socket without hello: refused");
            if (failed == null) opened.add(made);
        });
    }

    /** What it did and was told. */
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
