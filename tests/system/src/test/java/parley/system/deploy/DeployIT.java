package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Ports;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestClusterBuilder;
import parley.cluster.server.TestPaths;

/** docs/deploy.md from the zip to two users who chat over TLS through nginx, with its configuration in production mode. */
@Tag("long")
class DeployIT {

    /** The processes of the page. */
    private static final List<String> NODES = List.of("chat-1", "chat-2", "rest-1", "persister-1");

    /** The ports that the page and the example of nginx use. */
    private static final Map<String, Integer> PORTS = Map.of("chat-1", 9081, "chat-2", 9082, "rest-1", 9083);

    private static final Path FOLDER = TestPaths.WORLD.resolve("deploy");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TestCluster services;
    private static ServerPackage installed;
    private static Set<String> asInstalled;
    private static final Map<String, PackagedNode> nodes = new LinkedHashMap<>();
    private static Nginx nginx;
    private static HttpClient http;

    @BeforeAll
    static void follow_the_page() throws Exception {
        var program = Nginx.program();
        assumeTrue(program.isPresent(), "nginx is not installed, and could not be installed with apt-get");
        services = TestCluster.builder()
                .prefix("deploy-")
                .chats()
                .persisters()
                .withoutProxies()
                .build();
        TestPaths.delete(FOLDER);
        installed = ServerPackage.unzip(TestPaths.made(FOLDER.resolve("opt")));
        asInstalled = installed.contents();
        services.ensureReady();
        var here = here();
        for (var name : NODES) nodes.put(name, new PackagedNode(name, installed, FOLDER.resolve("etc"), here));
        nginx = new Nginx(program.get(), installed, FOLDER.resolve("nginx"), ports());
        nginx.start();
        nodes.values().forEach(PackagedNode::start);
        nodes.values().forEach(PackagedNode::awaitReady);
        nginx.awaitReady();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(nginx.trust())
                .build();
    }

    @AfterAll
    static void stop() {
        nodes.values().forEach(PackagedNode::kill);
        if (nginx != null) nginx.kill();
        if (services != null) services.close();
    }

    /** What this machine has other than the page: one broker and a database without TLS. */
    private static Map<String, String> here() throws IOException, InterruptedException {
        var key = FOLDER.resolve("token-key.pem");
        var made = new ProcessBuilder(
                        "openssl",
                        "genpkey",
                        "-algorithm",
                        "RSA",
                        "-pkeyopt",
                        "rsa_keygen_bits:2048",
                        "-out",
                        key.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        var here = new HashMap<>(services.database().address().environment());
        here.put("DB_SSL_MODE", "DISABLED");
        here.put("DB_TRUSTSTORE", "");
        here.put("DB_TRUSTSTORE_PASSWORD", "");
        here.put("KAFKA_BOOTSTRAP_SERVERS", services.broker().address());
        here.put("PARLEY_LOG_SECURITYPROTOCOL", "PLAINTEXT");
        here.put("PARLEY_LOG_PRODUCTION", "false");
        here.put("PARLEY_TOKEN_KEY_FILE", key.toString());
        here.put("PARLEY_PASSWORD_ITERATIONS", "2000");
        here.put("JVM_ARGS", "-Xmx512m " + TestClusterBuilder.QUICK_START);
        return here;
    }

    /** Ports of processes that are not started lead nowhere, so that nginx has to go on to others. */
    private static Map<Integer, Integer> ports() {
        var ports = new HashMap<Integer, Integer>();
        PORTS.forEach((name, port) ->
                ports.put(port, nodes.containsKey(name) ? nodes.get(name).port() : Ports.free()));
        return ports;
    }

    @Test
    void two_users_chat_through_nginx_and_a_node_that_is_stopped_sends_its_clients_to_the_other() throws Exception {
        var ada = signUp("ada");
        var kim = signUp("kim");
        long conversation = call(ada, "PUT", "/api/conversations/direct/" + kim.id(), null)
                .path("id")
                .asLong();

        try (var adas = new Session(ada);
                var kims = new Session(kim)) {
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(List.of(chat(1).sockets(), chat(2).sockets()))
                            .as("nginx distributes the sockets")
                            .containsExactly(1L, 1L));
            long first = adas.say(conversation, "one");
            kims.awaitMessage(first);
            Eventually.holds(PATIENCE, () -> assertThat(stored(conversation)).contains(first));

            assertThat(chat(1).end()).as("ended within 30 s, without SIGKILL").isTrue();
            assertThat(chat(1).exit()).hasValue(143);
            var left = adas.socket.isOpen() ? kims : adas;
            var stayed = left == adas ? kims : adas;
            assertThat(left.socket.closed().join().code()).isEqualTo(1001);
            assertThat(left.last("bye").path("reason").asText()).isEqualTo("drain");
            assertThat(stayed.socket.isOpen()).isTrue();

            long meanwhile = stayed.say(conversation, "two");
            try (var again = new Session(left.person)) {
                long third = again.say(conversation, "three");
                stayed.awaitMessage(third);
                assertThat(positions(conversation, left.person)).containsSubsequence(first, meanwhile, third);
            }
        }
        chat(1).comeUp();
    }

    @Test
    void nginx_serves_the_page_over_tls_and_no_port_of_the_management() throws Exception {
        var page = http.send(request("/").build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(http.send(request("/metrics").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_browser_gets_a_cookie_that_only_tls_carries() {
        var ada = signUp("ada");
        var signedIn = send(
                request("/api/session").POST(json(Json.of("username", ada.username(), "password", ada.password()))));
        assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-parley_session=")
                .contains("Secure");
    }

    @Test
    void the_installation_is_only_read() {
        assertThat(installed.contents()).isEqualTo(asInstalled);
    }

    private static PackagedNode chat(int number) {
        return nodes.get("chat-" + number);
    }

    private static List<Long> stored(long conversation) {
        return services.rows().of(conversation).stream().map(Rows.Row::pos).toList();
    }

    private static List<Long> positions(long conversation, Person reader) {
        return call(reader, "GET", "/api/conversations/" + conversation + "/messages", null)
                .path("items")
                .valueStream()
                .map(item -> item.path("pos").asLong())
                .toList();
    }

    private static Person signUp(String like) {
        var name = Person.newName(like);
        var account = Json.of("username", name, "password", Person.PASSWORD, "displayName", like);
        var user = Json.parse(send(request("/api/users").POST(json(account))).body());
        var session = Json.parse(
                send(request("/api/session").POST(json(Json.of("username", name, "password", Person.PASSWORD))))
                        .body());
        return new Person(
                user.path("id").asLong(),
                name,
                Person.PASSWORD,
                like,
                session.path("token").asText());
    }

    private static JsonNode call(Person person, String method, String path, JsonNode body) {
        var request = request(path)
                .header("Authorization", "Bearer " + person.token())
                .method(method, body == null ? BodyPublishers.noBody() : json(body));
        return Json.parse(send(request).body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(nginx.https(path)).timeout(PATIENCE).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A person's socket through nginx. */
    private static final class Session implements AutoCloseable {

        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final Person person;
        private final ChatSocket socket;

        Session(Person person) {
            this.person = person;
            socket = ChatSocket.connect(http, nginx.wss(), person.token(), PATIENCE, frames::add)
                    .join();
            assertThat(socket.ask(Json.of("t", "hello")).join().path("t").asText())
                    .isEqualTo("welcome");
        }

        /** Sends a message; returns its position. */
        long say(long conversation, String body) {
            var ok = socket.ask(Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", body))
                    .join();
            assertThat(ok.path("t").asText()).as(ok.toString()).isEqualTo("ok");
            return ok.path("pos").asLong();
        }

        void awaitMessage(long position) {
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(frames)
                            .anyMatch(frame -> frame.path("t").asText().equals("msg")
                                    && frame.path("pos").asLong() == position));
        }

        JsonNode last(String type) {
            return frames.stream()
                    .filter(frame -> frame.path("t").asText().equals(type))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
