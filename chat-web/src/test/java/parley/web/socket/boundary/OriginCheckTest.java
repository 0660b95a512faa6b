package parley.web.socket.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {

    @Test
    void a_page_of_the_same_host_may_open_a_socket() {
        assertThat(OriginCheck.isOf("https://chat.example", "https", "chat.example"))
                .isTrue();
        assertThat(OriginCheck.isOf("http://chat.example:9080", "http", "CHAT.example:9080"))
                .isTrue();
    }

    @Test
    void the_scheme_counts_if_it_is_known() {
        assertThat(OriginCheck.isOf("http://chat.example", "https", "chat.example"))
                .isFalse();
        assertThat(OriginCheck.isOf("https://chat.example", null, "chat.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "https://chat.example.evil.example",
                "https://chat.example:444",
                "chat.example",
                "ftp://chat.example",
                "https://",
                "https://chat.example@evil.example",
                "%%"
            })
    void no_other_page_may(String origin) {
        assertThat(OriginCheck.isOf(origin, null, "chat.example")).isFalse();
    }
}
