package parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bench.data.BenchConversation;
import parley.bench.data.BenchUser;
import parley.cluster.client.Json;
import parley.cluster.server.Eventually;

/**
 * The loads against a server that acknowledges each message and delivers it to the other members. The token of a user is
 * the id of the conversation.
 */
class LoadTest {

    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Queue<String> cids = new ConcurrentLinkedQueue<>();
    private final AtomicInteger resumes = new AtomicInteger();
    private volatile String answer = "ok";
    private URI server;

    @BeforeEach
    void start() {
        var http = vertx.createHttpServer()
                .webSocketHandler(this::serve)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server = URI.create("ws://localhost:" + http.actualPort() + "/ws");
    }

    @AfterEach
    void stop() {
        loop.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(ServerWebSocket socket) {
        sockets.add(socket);
        socket.closeHandler(v -> sockets.remove(socket));
        socket.textMessageHandler(text -> {
            var frame = Json.parse(text);
            long id = frame.path("id").asLong();
            if (frame.path("t").asText().equals("hello")) {
                if (!frame.path("resume").isEmpty()) resumes.incrementAndGet();
                socket.writeTextMessage("{\"t\":\"welcome\",\"id\":" + id + "}");
            } else if (answer.equals("ok")) {
                var cid = frame.path("cid").asText();
                cids.add(cid);
                socket.writeTextMessage("{\"t\":\"ok\",\"id\":" + id + ",\"pos\":" + (1_000 + id) + "}");
                sockets.stream()
                        .filter(other -> other != socket && token(other).equals(token(socket)))
                        .forEach(other -> other.writeTextMessage("{\"t\":\"msg\",\"cid\":\"" + cid + "\"}"));
            } else {
                socket.writeTextMessage("{\"t\":\"err\",\"id\":" + id + ",\"code\":\"" + answer + "\"}");
            }
        });
    }

    private static String token(ServerWebSocket socket) {
        return socket.headers().get("Authorization");
    }

    private BenchClients connect(int conversations, int members) {
        var all = LongStream.rangeClosed(1, conversations)
                .mapToObj(id ->
                        new BenchConversation(id, Collections.nCopies(members, new BenchUser(1, Long.toString(id)))))
                .toList();
        return BenchClients.connectTo(List.of(server), loop, all);
    }

    @Test
    void in_a_closed_loop_every_message_is_acknowledged_and_delivered() {
        try (var clients = connect(3, 2)) {
            var result = ClosedLoop.pairs(clients, 3, Duration.ofSeconds(1));
            assertThat(result.total()).isGreaterThan(6).isEqualTo(cids.size());
            assertThat(result.rate()).isPositive().isLessThanOrEqualTo(result.total());
            assertThat(cids).doesNotHaveDuplicates().allMatch(cid -> cid.matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*"));
        }
    }

    @Test
    void a_fan_out_counts_deliveries() {
        try (var clients = connect(1, 5)) {
            var result = ClosedLoop.fanOut(clients, 2, Duration.ofSeconds(1));
            assertThat(result.total()).isGreaterThan(8).isEqualTo(4L * cids.size());
        }
    }

    @Test
    void an_open_loop_sends_at_its_rate() {
        try (var clients = connect(3, 2)) {
            var result = OpenLoop.run(clients, 200, Duration.ofSeconds(1));
            assertThat(result.acknowledged().getTotalCount()).isEqualTo(200);
            assertThat(result.received().getTotalCount()).isEqualTo(200);
            assertThat(result.perSecond()).isLessThan(220);
        }
    }

    @Test
    void an_open_loop_counts_refusals_and_a_closed_loop_fails() {
        try (var clients = connect(3, 2)) {
            answer = "unavailable";
            assertThat(OpenLoop.run(clients, 100, Duration.ofSeconds(1)).refused())
                    .isEqualTo(100);
            assertThatThrownBy(() -> ClosedLoop.pairs(clients, 1, Duration.ofSeconds(1)))
                    .hasMessageContaining("unavailable");
        }
    }

    @Test
    void after_a_storm_all_clients_are_back_and_have_resumed() {
        try (var clients = connect(10, 2)) {
            ClosedLoop.pairs(clients, 1, Duration.ZERO);
            var result = Storm.run(clients);
            assertThat(result.welcomed().getTotalCount()).isEqualTo(20);
            assertThat(result.rejected()).isZero();
            assertThat(resumes).hasValue(20);
        }
    }

    @Test
    void a_socket_that_the_server_closes_fails_the_load() {
        try (var clients = connect(3, 2)) {
            sockets.getFirst().close((short) 1013, "slow");
            Eventually.holds(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(clients::requireNoFailure).hasMessageContaining("1013"));
        }
    }
}
