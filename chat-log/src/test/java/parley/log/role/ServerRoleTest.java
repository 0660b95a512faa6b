package parley.log.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRoleTest {

    @ParameterizedTest
    @CsvSource({
        "all,       true,  true,  true",
        "chat,      true,  true,  false",
        "rest,      true,  false, false",
        "persister, false, false, true"
    })
    void each_role_has_its_parts(String code, boolean node, boolean sockets, boolean persister) {
        var role = ServerRole.of(code);
        assertThat(role.code()).isEqualTo(code);
        assertThat(role.isNode()).isEqualTo(node);
        assertThat(role.hasSockets()).isEqualTo(sockets);
        assertThat(role.isPersister()).isEqualTo(persister);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatt", "CHAT", "chat ", "chat,rest", "none"})
    void an_unknown_role_is_refused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerRole.of(code))
                .withMessage("parley.role is \"" + code + "\"; it must be one of all, chat, rest, persister.");
    }
}
