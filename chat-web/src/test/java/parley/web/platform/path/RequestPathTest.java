package parley.web.platform.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestPathTest {

    @Test
    void the_path_is_within_the_application() {
        assertThat(RequestPath.within("", "/api/me")).isEqualTo("/api/me");
        assertThat(RequestPath.within("/chat", "/chat/api/me")).isEqualTo("/api/me");
        assertThat(RequestPath.within("/chat", "/chat")).isEmpty();
        assertThat(RequestPath.within("/chat", "//chat/api/me"))
                .as("another spelling stays as it is")
                .isEqualTo("//chat/api/me");
    }
}
