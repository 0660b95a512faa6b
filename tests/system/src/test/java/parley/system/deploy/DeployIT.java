package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    private static TestCluster services;
    private static ServerPackage installed;
    private static Set<String> asInstalled;
    private static final Map<String, PackagedNode> nodes = new LinkedHashMap<>();
    private static Nginx nginx;
    private static Site site;
    private static TestCluster otherServices;
    private static PackagedNode otherNode;
    /** The second installation. */
    private static Site other;

    @BeforeAll
    static void follow_the_page() throws Exception {
        var program = Nginx.program();
        assumeTrue(program.isPresent(), "nginx is not installed, and could not be installed with apt-get");
        services = services("deploy-");
        otherServices = services("deploy-team-");
        TestPaths.delete(FOLDER);
        installed = ServerPackage.unzip(TestPaths.made(FOLDER.resolve("opt")));
        asInstalled = installed.contents();
        services.ensureReady();
        otherServices.ensureReady();
        for (var name : NODES)
            nodes.put(name, new PackagedNode(name, installed, FOLDER.resolve("etc/parley"), here(services, "parley")));
        otherNode = otherNode();
        nginx = new Nginx(program.get(), installed, FOLDER.resolve("nginx"), ports(), otherNode.port());
        nginx.start();
        Stream.concat(nodes.values().stream(), Stream.of(otherNode)).forEach(PackagedNode::start);
        Stream.concat(nodes.values().stream(), Stream.of(otherNode)).forEach(PackagedNode::awaitReady);
        nginx.awaitReady();
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(nginx.trust())
                .build();
        site = new Site(http, nginx, "");
        other = new Site(http, nginx, "/chat");
    }

    @AfterAll
    static void stop() {
        nodes.values().forEach(PackagedNode::kill);
        if (otherNode != null) otherNode.kill();
        if (nginx != null) nginx.kill();
        if (services != null) services.close();
        if (otherServices != null) otherServices.close();
    }

    private static TestCluster services(String prefix) {
        return TestCluster.builder()
                .prefix(prefix)
                .chats()
                .persisters()
                .withoutProxies()
                .build();
    }

    /** One chat node is enough for the second installation: it also serves the page and REST. */
    private static PackagedNode otherNode() throws IOException, InterruptedException {
        var here = here(otherServices, "team");
        here.put("PARLEY_PATH", "/chat");
        here.put("PARLEY_TOKEN_AUDIENCE", "https://chat.example.org/chat/");
        return new PackagedNode("chat-1", installed, FOLDER.resolve("etc/team"), here);
    }

    /** What this machine has other than the page: one broker and a database without TLS. */
    private static Map<String, String> here(TestCluster services, String installation)
            throws IOException, InterruptedException {
        var key = FOLDER.resolve(installation + "-key.pem");
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
        var ada = site.signUp("ada");
        var kim = site.signUp("kim");
        long conversation = site.call(ada, "PUT", "/api/conversations/direct/" + kim.id())
                .path("id")
                .asLong();

        try (var adas = new SiteSession(site, ada);
                var kims = new SiteSession(site, kim)) {
            Eventually.holds(
                    Site.PATIENCE,
                    () -> assertThat(List.of(chat(1).sockets(), chat(2).sockets()))
                            .as("nginx distributes the sockets")
                            .containsExactly(1L, 1L));
            long first = adas.say(conversation, "one");
            kims.awaitMessage(first);
            Eventually.holds(
                    Site.PATIENCE, () -> assertThat(stored(conversation)).contains(first));

            assertThat(chat(1).end()).as("ended within 30 s, without SIGKILL").isTrue();
            assertThat(chat(1).exit()).hasValue(143);
            var left = adas.socket.isOpen() ? kims : adas;
            var stayed = left == adas ? kims : adas;
            assertThat(left.socket.closed().join().code()).isEqualTo(1001);
            assertThat(left.last("bye").path("reason").asText()).isEqualTo("drain");
            assertThat(stayed.socket.isOpen()).isTrue();

            long meanwhile = stayed.say(conversation, "two");
            try (var again = new SiteSession(site, left.person)) {
                long third = again.say(conversation, "three");
                stayed.awaitMessage(third);
                assertThat(positions(conversation, left.person)).containsSubsequence(first, meanwhile, third);
            }
        }
        chat(1).comeUp();
    }

    @Test
    void nginx_serves_the_page_over_tls_and_no_port_of_the_management() throws Exception {
        var page = site.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(site.get("/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void the_browser_gets_a_cookie_that_only_tls_carries() {
        var ada = site.signUp("ada");
        assertThat(site.signIn(ada.username())
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .startsWith("__Host-parley_session=")
                .contains("Secure");
    }

    @Test
    void a_second_installation_under_a_path_shares_host_and_browser_with_the_first() {
        assertThat(other.get("").statusCode()).as("/chat leads to /chat/").isEqualTo(308);
        assertThat(other.get("/").body()).contains("<!doctype html>");
        var ada = other.signUp("ada");
        var kim = other.signUp("kim");
        long conversation = other.call(ada, "PUT", "/api/conversations/direct/" + kim.id())
                .path("id")
                .asLong();
        try (var adas = new SiteSession(other, ada);
                var kims = new SiteSession(other, kim)) {
            kims.awaitMessage(adas.say(conversation, "one"));
        }

        var namesake = site.signUp("ada");
        var cookies = String.join("; ", cookie(other.signIn(ada.username())), cookie(site.signIn(namesake.username())));
        assertThat(other.get("/api/session", "Cookie", cookies).body()).contains(ada.username());
        assertThat(site.get("/api/session", "Cookie", cookies).body()).contains(namesake.username());
        assertThat(site.get("/api/session", "Authorization", "Bearer " + ada.token())
                        .statusCode())
                .isEqualTo(401);
    }

    /** Name and value of the cookie that a response sets. */
    private static String cookie(HttpResponse<?> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void the_command_line_of_the_package_finds_nothing_wrong_with_these_files() throws Exception {
        for (var node : nodes.values())
            assertThat(node.administer("config", "check")).contains("nothing wrong");
    }

    @Test
    void the_same_files_run_on_an_existing_open_liberty() throws Exception {
        var node = new ExistingLiberty(installed, FOLDER.resolve("etc/existing"), here(services, "existing"));
        try {
            node.comeUp();
            var page = HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + node.port() + "/"));
            try (var http = HttpClient.newHttpClient()) {
                assertThat(http.send(page.build(), BodyHandlers.ofString()).body())
                        .contains("<!doctype html>");
            }
            assertThat(node.end()).as("SIGTERM drains it").isTrue();
        } finally {
            node.kill();
        }
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
        return site.call(reader, "GET", "/api/conversations/" + conversation + "/messages")
                .path("items")
                .valueStream()
                .map(item -> item.path("pos").asLong())
                .toList();
    }
}
