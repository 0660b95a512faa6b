package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.cluster.client.Api;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.RawSocket;
import parley.cluster.server.TestCluster;

/** G6: no path to the socket bypasses authentication and the origin check. */
class HandshakeIT {

    private static final String UPGRADE = "Upgrade: websocket";
    private static final String FOREIGN = "Origin: https://evil.example";

    private final TestCluster cluster = TestCluster.shared();
    private final Person ada = Person.register(cluster.one(), "ada");

    private String cookie() {
        var session = Api.at(cluster.one())
                .post("/api/session", Json.of("username", ada.username(), "password", ada.password()));
        return "Cookie: " + session.header("Set-Cookie").split(";")[0];
    }

    private int status(String path, String... headers) {
        try (var socket = RawSocket.open(cluster.one(), path, headers)) {
            return socket.status();
        }
    }

    private String here() {
        return "Origin: " + cluster.one().http("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ws",
                "/ws/",
                "/ws//",
                "//ws",
                "/ws;x",
                "/ws;x=1/",
                "/ws/;x",
                "/;x/ws",
                "/%77s",
                "/%77s/",
                "/%57s",
                "/w%73",
                "/ws%2f",
                "/ws/.",
                "/./ws",
                "/x/../ws",
                "/api/../ws",
                "/ws?x=1",
                "/ws/?x=1",
                "/WS",
                "/assets/../ws"
            })
    void without_a_token_or_from_a_foreign_origin_there_is_no_socket(String path) {
        assertThat(status(path, UPGRADE)).as("without a token").isIn(400, 401, 404);
        assertThat(status(path, UPGRADE, "Authorization: Bearer nonsense"))
                .as("with a forged token")
                .isIn(400, 401, 404);
        var cookie = cookie();
        assertThat(status(path, UPGRADE, cookie, FOREIGN))
                .as("from a foreign page")
                .isIn(400, 403, 404);
        assertThat(status(path, UPGRADE, cookie)).as("from nowhere").isIn(400, 403, 404);
        assertThat(status(path, UPGRADE, cookie, FOREIGN, "Authorization: Basic YWRhOmFkYQ=="))
                .as("with other credentials")
                .isIn(400, 401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: WebSocket",
                "Upgrade: WEBSOCKET",
                "upgrade: websocket",
                "Upgrade:websocket",
                "Upgrade: h2c, websocket",
                "Upgrade: h2c\r\nUpgrade: websocket"
            })
    void foreign_origins_are_refused_with_any_form_of_upgrade_header(String upgrade) {
        assertThat(status("/ws/", upgrade)).isIn(400, 401);
        assertThat(status("/ws/", upgrade, cookie(), FOREIGN)).isIn(400, 403);
    }

    @Test
    void a_signed_in_user_gets_a_socket_from_the_own_origin() {
        var cookie = cookie();
        assertThat(status("/ws", UPGRADE, cookie, here())).isEqualTo(101);
        assertThat(status("/ws", UPGRADE, "Authorization: Bearer " + ada.token()))
                .isEqualTo(101);
    }

    @Test
    void the_scheme_that_a_trusted_proxy_states_is_part_of_the_origin() {
        var cookie = cookie();
        var secure = here().replace("http:", "https:");
        assertThat(status("/ws", UPGRADE, cookie, secure, "X-Forwarded-Proto: https"))
                .isEqualTo(101);
        assertThat(status("/ws", UPGRADE, cookie, here(), "X-Forwarded-Proto: https"))
                .isEqualTo(403);
    }
}
