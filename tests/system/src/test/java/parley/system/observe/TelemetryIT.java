package parley.system.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;
import parley.system.observe.OtlpReceiver.ReceivedSpan;

/** Two chat nodes and a persister that send their traces to a receiver, and log JSON. */
@Tag("long")
class TelemetryIT {

    private static final OtlpReceiver RECEIVER = new OtlpReceiver();
    private static final TestCluster CLUSTER = TestCluster.builder()
            .prefix("traced-")
            .settings(TelemetryIT::settings)
            .build();

    private static Map<String, String> settings(String server) {
        var all = new HashMap<>(TestCluster.HIGH_LIMITS);
        all.putAll(RECEIVER.settings(server));
        all.put("WLP_LOGGING_CONSOLE_FORMAT", "JSON");
        all.put("WLP_LOGGING_CONSOLE_SOURCE", "message,trace");
        return all;
    }

    @BeforeAll
    static void start() throws IOException {
        level(CLUSTER.one(), "first", "*=info");
        CLUSTER.ensureReady();
    }

    @AfterAll
    static void end() {
        CLUSTER.close();
        RECEIVER.close();
    }

    @Test
    void a_message_is_one_trace_from_its_frame_over_the_log_to_commit_and_delivery() {
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.two())) {
            long pos = pair.adaSays("traced");
            pair.kims.message(pos);
            Eventually.holds(Chat.PATIENCE, () -> {
                var send = sendOf(pair.conversation, pos);
                assertThat(send.parentId()).isEmpty();
                assertThat(send.number("parley.conversation")).isEqualTo(pair.conversation);
                assertThat(childrenOf(send))
                        .containsExactlyInAnyOrder(
                                "publish of one", "deliver of one", "deliver of two", "store of persister");
                assertThat(RECEIVER.spans())
                        .filteredOn(span -> span.name().equals("commit"))
                        .anySatisfy(commit -> assertThat(commit.links()).contains(send.traceId()));
            });
        }
    }

    @Test
    void a_message_over_rest_belongs_to_the_trace_of_its_request() {
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.two())) {
            long pos = pair.ada
                    .post(CLUSTER.one(), pair.conversation, "by REST")
                    .as(200)
                    .path("pos")
                    .asLong();
            Eventually.holds(Chat.PATIENCE, () -> {
                var send = sendOf(pair.conversation, pos);
                assertThat(RECEIVER.trace(send.traceId()))
                        .extracting(ReceivedSpan::id)
                        .contains(send.parentId());
                assertThat(childrenOf(send)).contains("deliver of two", "store of persister");
            });
        }
    }

    @Test
    void the_spans_of_a_message_are_drawn() throws IOException {
        try (var pair = Pair.on(CLUSTER.one(), CLUSTER.two())) {
            // The first messages are slower than all that follow.
            for (int i = 0; i < 500; i++) pair.adaSays("before");
            long pos = pair.adaSays("drawn");
            var spans = Eventually.yields(Chat.PATIENCE, () -> {
                var send = sendOf(pair.conversation, pos);
                var all = new ArrayList<>(RECEIVER.trace(send.traceId()));
                RECEIVER.spans().stream()
                        .filter(span ->
                                span.name().equals("commit") && span.links().contains(send.traceId()))
                        .forEach(all::add);
                assertThat(all)
                        .extracting(ReceivedSpan::name)
                        .containsExactlyInAnyOrder("send", "publish", "deliver", "deliver", "store", "commit");
                return all;
            });
            Files.writeString(
                    TestPaths.TARGET.resolve("trace.svg"),
                    TracePicture.svg("One message: its trace, and the commit that links to it", spans));
        }
    }

    /** A position is unique within its conversation only. */
    private static ReceivedSpan sendOf(long conversation, long pos) {
        var sends = RECEIVER.spans().stream()
                .filter(span -> span.name().equals("send")
                        && span.number("parley.conversation") == conversation
                        && span.number("parley.pos") == pos)
                .toList();
        assertThat(sends).hasSize(1);
        return sends.getFirst();
    }

    private static List<String> childrenOf(ReceivedSpan parent) {
        return RECEIVER.trace(parent.traceId()).stream()
                .filter(span -> span.parentId().equals(parent.id()))
                .map(span -> span.name() + " of " + span.service())
                .toList();
    }

    @Test
    void a_line_of_the_log_has_the_ids_of_its_request() {
        var name = Person.newName("logged");
        var reply = Api.at(CLUSTER.one())
                .post("/api/users", Json.of("username", name, "password", Person.PASSWORD, "displayName", "logged"));
        reply.as(201);
        var id = reply.header("X-Request-Id");
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(lines(CLUSTER.one())).anySatisfy(line -> {
                    assertThat(line.path("module").asText()).isEqualTo("parley.security");
                    assertThat(line.path("message").asText()).contains(name);
                    assertThat(line.path("ext_requestId").asText()).isEqualTo(id);
                    assertThat(line.path("ext_traceId").asText()).matches("[0-9a-f]{32}");
                }));
    }

    private static List<JsonNode> lines(Node node) throws IOException {
        return node.logSinceStart()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(Json::parse)
                .toList();
    }

    @Test
    void levels_change_at_run_time() throws IOException {
        level(CLUSTER.one(), "second", "*=info:parley.web.*=fine");
        CLUSTER.one().awaitLog("TRAS0018I");
        CLUSTER.one().awaitLog("parley.web.*=fine");
    }

    /** Replaces the folder of overrides as Kubernetes does with the files of a ConfigMap. */
    private static void level(Node node, String version, String specification) throws IOException {
        var overrides = Files.createDirectories(node.server().resolve("configDropins/overrides"));
        var data = Files.createDirectories(overrides.resolve(".." + version));
        Files.writeString(
                data.resolve("logging.xml"),
                "<server><logging traceSpecification=\"" + specification + "\"/></server>");
        var current = Files.createSymbolicLink(overrides.resolve("..data_tmp"), Path.of(".." + version));
        Files.move(current, overrides.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        var file = overrides.resolve("logging.xml");
        if (!Files.exists(file)) Files.createSymbolicLink(file, Path.of("..data/logging.xml"));
    }
}
