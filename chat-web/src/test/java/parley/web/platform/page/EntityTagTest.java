package parley.web.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {

    private final EntityTag tag = EntityTag.of("page".getBytes(UTF_8));

    @Test
    void the_same_content_has_the_same_tag() {
        assertThat(EntityTag.of("page".getBytes(UTF_8))).isEqualTo(tag);
        assertThat(EntityTag.of("pages".getBytes(UTF_8))).isNotEqualTo(tag);
        assertThat(tag.value()).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void it_matches_itself_in_a_list_also_when_a_proxy_made_it_weak() {
        assertThat(tag.matches(tag.value())).isTrue();
        assertThat(tag.matches("\"other\", W/" + tag.value())).isTrue();
        assertThat(tag.matches("*")).isTrue();
        assertThat(tag.matches("\"other\"")).isFalse();
        assertThat(tag.matches(null)).isFalse();
    }
}
