package parley.web.message.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.Role;
import parley.domain.text.TextRules;
import parley.web.platform.problem.Violations;

class ConversationRequestsTest {

    private static final String CID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void valid_requests_have_no_violations() {
        assertThat(Violations.of(new SendRequest(CID, "hello", null))).isEmpty();
        assertThat(Violations.of(new SendRequest(CID, "hello", 0L))).isEmpty();
        assertThat(Violations.of(new GroupRequest("Engine room", List.of(1L, (1L << 53) - 1))))
                .isEmpty();
        assertThat(Violations.of(new RenameRequest("Engine room"))).isEmpty();
        for (var role : new String[] {null, "owner", "member"}) {
            assertThat(Violations.of(new RoleRequest(role))).isEmpty();
        }
    }

    @Test
    void missing_fields_are_reported() {
        assertThat(Violations.of(new SendRequest(null, null, null))).containsOnlyKeys("cid", "body");
        assertThat(Violations.of(new GroupRequest(null, null))).containsOnlyKeys("title", "members");
        assertThat(Violations.of(new GroupRequest("Engine room", List.of()))).containsOnlyKeys("members");
        assertThat(Violations.of(new RenameRequest(null))).containsOnlyKeys("title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "01890a5d-ac96-474b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a805${1+1}"})
    void a_cid_is_a_uuid_of_version_7_and_the_message_does_not_repeat_the_value(String cid) {
        assertThat(Violations.of(new SendRequest(cid, "hello", null)))
                .isEqualTo(Map.of("cid", "cid: a UUID of version 7 is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b"})
    void a_body_has_a_visible_character(String body) {
        assertThat(Violations.of(new SendRequest(CID, body, null))).isEqualTo(Map.of("body", TextRules.BODY));
    }

    @Test
    void a_body_has_at_most_4000_characters() {
        assertThat(Violations.of(new SendRequest(CID, "😀".repeat(4_000), null)))
                .isEmpty();
        assertThat(Violations.of(new SendRequest(CID, "😀".repeat(4_001), null)))
                .containsOnlyKeys("body");
    }

    @Test
    void positions_and_user_ids_are_in_range() {
        assertThat(Violations.of(new SendRequest(CID, "hello", -1L))).containsOnlyKeys("replyTo");
        assertThat(Violations.of(new SendRequest(CID, "hello", 1L << 53))).containsOnlyKeys("replyTo");
        assertThat(Violations.of(new GroupRequest("Engine room", List.of(1L, 0L))))
                .containsOnlyKeys("members");
        assertThat(Violations.of(new GroupRequest("Engine room", List.of(1L << 53))))
                .containsOnlyKeys("members");
    }

    @Test
    void a_title_follows_the_rules_of_names() {
        assertThat(Violations.of(new RenameRequest(" "))).containsOnlyKeys("title");
        assertThat(Violations.of(new RenameRequest("x".repeat(101))).get("title"))
                .startsWith("title: 1 to 100 characters");
        assertThat(Violations.of(new GroupRequest("\u202e", List.of(1L)))).containsOnlyKeys("title");
    }

    @Test
    void every_role_can_be_given_and_no_other() {
        for (var role : Role.values()) {
            var request = new RoleRequest(role.code());
            assertThat(Violations.of(request)).isEmpty();
            assertThat(request.wanted()).isEqualTo(role);
        }
        assertThat(new RoleRequest(null).wanted()).isNull();
        assertThat(Violations.of(new RoleRequest("moderator"))).isEqualTo(Map.of("role", "role: owner or member"));
    }

    @Test
    void a_request_does_not_print_its_text() {
        assertThat(new SendRequest(CID, "hello", null).toString()).doesNotContain("hello");
    }
}
