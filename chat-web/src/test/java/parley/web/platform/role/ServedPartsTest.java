package parley.web.platform.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.log.role.ServerRole;

class ServedPartsTest {

    private final ServedParts rest = ServedParts.of(ServerRole.REST, false);
    private final ServedParts sockets = ServedParts.of(ServerRole.CHAT, true);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ws", "/api/me", "/health/ready"})
    void a_chat_node_serves_everything(String path) {
        var both = ServedParts.of(ServerRole.CHAT, false);
        assertThat(both.refusal(path, false)).isEmpty();
        assertThat(both.refusal(path, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/assets/a.js", "/api", "/api/me", "/health/ready", "/wsx"})
    void a_rest_node_serves_everything_but_sockets(String path) {
        assertThat(rest.refusal(path, false)).isEmpty();
        assertThat(rest.refusal(path, true)).as("a handshake").isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws/"})
    void a_rest_node_does_not_serve_the_address_of_the_socket(String path) {
        assertThat(rest.refusal(path, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/assets/a.js", "/api", "/api/me", "/favicon.svg", "/healthy", "/wsx"})
    void a_sockets_only_node_serves_neither_rest_nor_the_page(String path) {
        assertThat(sockets.refusal(path, false)).isPresent();
    }

    @Test
    void a_sockets_only_node_serves_sockets_and_health() {
        assertThat(sockets.refusal("/ws", true)).isEmpty();
        assertThat(sockets.refusal("/ws", false)).isEmpty();
        assertThat(sockets.refusal("/health/ready", false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ServerRole.class, mode = EnumSource.Mode.EXCLUDE, names = "CHAT")
    void only_a_chat_node_can_serve_sockets_only(ServerRole role) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServedParts.of(role, true))
                .withMessageContaining("parley.chat.socketsOnly needs parley.role to be chat");
    }
}
