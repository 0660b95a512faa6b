package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Ports;
import parley.cluster.server.TestCluster;

/** What a node shows and refuses in production mode. */
@Tag("long")
class ProductionIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void the_public_port_shows_no_more_than_a_probe_needs() throws Exception {
        int management = Ports.free();
        var node = cluster.another(
                "production",
                Map.of(
                        "PARLEY_PRODUCTION", "true",
                        "MANAGEMENT_PORT", Integer.toString(management),
                        "DB_SSL_MODE", "DISABLED",
                        "PARLEY_LOG_PRODUCTION", "false"));
        node.start();
        try {
            node.awaitReady();
            for (var which : new String[] {"started", "live", "ready"}) {
                assertThat(node.health(which).status()).as(which).isEqualTo(200);
                assertThat(node.health(which).body()).isEqualTo("{\"status\":\"UP\"}");
            }
            for (var path : new String[] {"/health", "/health/", "/metrics", "/openapi", "/openapi/ui/", "/ibm/api/"}) {
                assertThat(Api.at(node).get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(at(management, "/health/ready").body()).contains("chat-log");
            assertThat(at(management, "/metrics").body()).contains("parley_sockets");
            assertThat(at(management, "/metrics").headers().map()).doesNotContainKey("access-control-allow-origin");
            assertThat(at(management, "/api/session").statusCode()).isEqualTo(404);

            var ada = Person.register(cluster.one(), "ada");
            var signIn =
                    Api.at(node).post("/api/session", Json.of("username", ada.username(), "password", ada.password()));
            assertThat(signIn.header("Set-Cookie"))
                    .startsWith("__Host-parley_session=")
                    .contains("Secure");
            assertThat(signIn.header("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(Api.at(node).get("/").header("Content-Security-Policy")).contains("script-src 'self';");
            assertThat(answerTo("GARBAGE\r\n\r\n", node.http("").getPort()))
                    .contains("Strict-Transport-Security: max-age=31536000");
        } finally {
            node.kill();
        }
    }

    @Test
    void a_remote_database_without_a_verified_certificate_prevents_the_start() throws Exception {
        var node = cluster.another(
                "unverified",
                Map.of(
                        "PARLEY_PRODUCTION", "true",
                        "MANAGEMENT_PORT", Integer.toString(Ports.free()),
                        "DB_HOST", "db.example",
                        "DB_SSL_MODE", "PREFERRED",
                        "PARLEY_LOG_PRODUCTION", "false"));
        node.start();
        try {
            assertThatThrownBy(node::awaitReady).isInstanceOf(Error.class);
            assertThat(node.logSinceStart()).contains("DB_SSL_MODE is PREFERRED");
        } finally {
            node.kill();
        }
    }

    /** What the container answers to something that is not HTTP, so no filter of the application sees it. */
    private static String answerTo(String request, int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static HttpResponse<String> at(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
