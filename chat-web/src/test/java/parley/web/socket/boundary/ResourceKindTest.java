package parley.web.socket.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.socket.boundary.ResourceKind.API;
import static parley.web.socket.boundary.ResourceKind.HASHED;
import static parley.web.socket.boundary.ResourceKind.PAGE;
import static parley.web.socket.boundary.ResourceKind.SOCKET;

import org.junit.jupiter.api.Test;

class ResourceKindTest {

    @Test
    void a_path_has_one_kind() {
        assertThat(ResourceKind.of("/")).isEqualTo(PAGE);
        assertThat(ResourceKind.of("/favicon.svg")).isEqualTo(PAGE);
        assertThat(ResourceKind.of("/apiary")).isEqualTo(PAGE);
        assertThat(ResourceKind.of("/assets/index-a1.js")).isEqualTo(HASHED);
        assertThat(ResourceKind.of("/api/session")).isEqualTo(API);
        assertThat(ResourceKind.of("/health/ready")).isEqualTo(API);
        assertThat(ResourceKind.of("/ws")).isEqualTo(SOCKET);
        assertThat(ResourceKind.of("/ws/")).isEqualTo(SOCKET);
    }
}
