package parley.web.platform.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathTest {

    @Test
    void addresses_and_cookies_are_below_the_path() {
        var path = new PublicPath("/tools/chat");
        assertThat(path.below("/api/session")).isEqualTo("/tools/chat/api/session");
        assertThat(path.cookieName("parley_session")).isEqualTo("parley_session.tools.chat");
    }

    @Test
    void the_root_adds_nothing() {
        assertThat(PublicPath.parse("/")).isEqualTo(PublicPath.ROOT);
        assertThat(PublicPath.ROOT.below("/")).isEqualTo("/");
        assertThat(PublicPath.ROOT.cookieName("parley_session")).isEqualTo("parley_session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat",
                "/chat/",
                "//chat",
                "/chat//a",
                "/.",
                "/..",
                "/a/../b",
                "/a.b",
                "/a;Domain=example.org",
                "/a b",
                "/a%2fb",
                "/a\r\nSet-Cookie: x",
                "/a\n",
                "/ä",
                "/-a",
                "https://example.org/chat",
                "/a?b",
                "/a#b",
                "/*"
            })
    void anything_but_a_plain_path_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicPath.parse(text))
                .withMessageContaining("is not a path such as /chat");
    }

    @Test
    void a_path_has_a_length_limit() {
        assertThat(PublicPath.parse("/" + "a".repeat(99)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> PublicPath.parse("/" + "a".repeat(100)));
    }

    @Test
    void the_configured_path_replaces_the_context_root_and_has_to_end_with_it() {
        assertThat(InstallationPath.of(Optional.empty(), "")).isEqualTo(PublicPath.ROOT);
        assertThat(InstallationPath.of(Optional.empty(), "/chat").value()).isEqualTo("/chat");
        assertThat(InstallationPath.of(Optional.of("/chat"), "").value()).isEqualTo("/chat");
        assertThat(InstallationPath.of(Optional.of("/tools/chat"), "/chat").value())
                .isEqualTo("/tools/chat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstallationPath.of(Optional.of("/a"), "/chat"))
                .withMessage("parley.path: \"/a\" does not end with PARLEY_CONTEXT_ROOT, which is /chat.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstallationPath.of(Optional.of("/a/"), ""))
                .withMessageStartingWith("parley.path: \"/a/\" is not a path");
    }
}
