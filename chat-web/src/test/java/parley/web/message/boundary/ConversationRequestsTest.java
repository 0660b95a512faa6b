package parley.web.message.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.Posting;
import parley.domain.group.Visibility;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.domain.text.TextRules;
import parley.web.platform.problem.Violations;

class ConversationRequestsTest {

    private static final String CID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final UserId ADA = new UserId(7);

    @Test
    void valid_requests_have_no_violations() {
        assertThat(Violations.of(new SendRequest(CID, "hello", null, null))).isEmpty();
        assertThat(Violations.of(new SendRequest(CID, "hello", 0L, null))).isEmpty();
        assertThat(Violations.of(group("Engine room", List.of(1L, (1L << 53) - 1))))
                .isEmpty();
        assertThat(Violations.of(new GroupRequest("Engine room", "", "public", "moderators", "joined", List.of())))
                .isEmpty();
        assertThat(Violations.of(new GroupChangeRequest(null, null, null, null, null, null)))
                .isEmpty();
        assertThat(Violations.of(new GroupChangeRequest("Engine room", "", "private", "all", true, "all")))
                .isEmpty();
        for (var reason : new String[] {null, "It insults a colleague."}) {
            assertThat(Violations.of(new ReportRequest(reason))).isEmpty();
        }
        for (var role : new String[] {null, "owner", "moderator", "member"}) {
            assertThat(Violations.of(new RoleRequest(role))).isEmpty();
        }
    }

    @Test
    void missing_fields_are_reported() {
        assertThat(Violations.of(new SendRequest(null, null, null, null))).containsOnlyKeys("cid", "body");
        assertThat(Violations.of(group("Engine room", null))).containsOnlyKeys("members");
    }

    @Test
    void a_group_without_title_is_private_and_has_other_members() {
        long ada = ADA.value();
        assertThat(group(null, List.of(9L)).attributes(ADA)).isEqualTo(GroupAttributes.DEFAULT);
        assertThat(group(null, List.of(ada, 9L)).attributes(ADA)).isEqualTo(GroupAttributes.DEFAULT);
        for (var alone : List.of(List.<Long>of(), List.of(ada), List.of(ada, ada))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> group(null, alone).attributes(ADA))
                    .satisfies(why -> assertThat(why.fields()).containsOnlyKeys("members"));
        }
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new GroupRequest(null, null, "public", null, null, List.of(1L)).attributes(ADA))
                .satisfies(why -> assertThat(why.fields()).containsOnlyKeys("title"));
    }

    @Test
    void what_a_request_leaves_out_has_its_default_or_stays_as_it_is() {
        assertThat(group(" Engine room ", List.of()).attributes(ADA)).isEqualTo(GroupAttributes.titled("Engine room"));
        assertThat(new GroupRequest("Engine room", " pumps ", "public", "moderators", "joined", List.of())
                        .attributes(ADA))
                .isEqualTo(new GroupAttributes(
                        "Engine room", "pumps", Visibility.PUBLIC, Posting.MODERATORS, false, HistoryAccess.JOINED));
        assertThat(new GroupChangeRequest(null, null, null, null, null, null)
                        .change()
                        .isEmpty())
                .isTrue();
        assertThat(new GroupChangeRequest(null, " ", null, null, false, null).change())
                .isEqualTo(new AttributeChange(null, "", null, null, false, null));
    }

    @Test
    void attributes_have_one_of_their_values() {
        assertThat(Violations.of(new GroupRequest("x", null, "secret", "nobody", "none", List.of())))
                .isEqualTo(Map.of(
                        "visibility", "visibility: private or public",
                        "posting", "posting: all or moderators",
                        "history", "history: all or joined"));
        assertThat(Violations.of(new GroupChangeRequest(null, null, "", "", null, "")))
                .containsOnlyKeys("visibility", "posting", "history");
    }

    @Test
    void a_topic_and_a_reason_are_not_too_long() {
        assertThat(Violations.of(new GroupChangeRequest(null, "x".repeat(250), null, null, null, null)))
                .isEmpty();
        assertThat(Violations.of(new GroupChangeRequest(null, "x".repeat(251), null, null, null, null)))
                .containsOnlyKeys("topic");
        assertThat(Violations.of(new ReportRequest("x".repeat(500)))).isEmpty();
        assertThat(Violations.of(new ReportRequest("x".repeat(501)))).containsOnlyKeys("reason");
        assertThat(Violations.of(new ReportRequest(" "))).containsOnlyKeys("reason");
    }

    private static GroupRequest group(String title, List<Long> members) {
        return new GroupRequest(title, null, null, null, null, members);
    }

    private static GroupChangeRequest rename(String title) {
        return new GroupChangeRequest(title, null, null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "01890a5d-ac96-474b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a805${1+1}"})
    void a_cid_is_a_uuid_of_version_7_and_the_message_does_not_repeat_the_value(String cid) {
        assertThat(Violations.of(new SendRequest(cid, "hello", null, null)))
                .isEqualTo(Map.of("cid", "cid: a UUID of version 7 is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b"})
    void a_body_has_a_visible_character(String body) {
        assertThat(Violations.of(new SendRequest(CID, body, null, null))).isEqualTo(Map.of("body", TextRules.BODY));
    }

    @Test
    void a_body_has_at_most_4000_characters() {
        assertThat(Violations.of(new SendRequest(CID, "😀".repeat(4_000), null, null)))
                .isEmpty();
        assertThat(Violations.of(new SendRequest(CID, "😀".repeat(4_001), null, null)))
                .containsOnlyKeys("body");
    }

    @Test
    void positions_and_user_ids_are_in_range() {
        assertThat(Violations.of(new SendRequest(CID, "hello", -1L, null))).containsOnlyKeys("replyTo");
        assertThat(Violations.of(new SendRequest(CID, "hello", 1L << 53, null))).containsOnlyKeys("replyTo");
        assertThat(Violations.of(group("Engine room", List.of(1L, 0L)))).containsOnlyKeys("members");
        assertThat(Violations.of(group("Engine room", List.of(1L << 53)))).containsOnlyKeys("members");
    }

    @Test
    void a_title_follows_the_rules_of_names() {
        assertThat(Violations.of(rename(" "))).containsOnlyKeys("title");
        assertThat(Violations.of(rename("x".repeat(101))).get("title")).startsWith("title: 1 to 100 characters");
        assertThat(Violations.of(group("\u202e", List.of(1L)))).containsOnlyKeys("title");
    }

    @Test
    void every_role_can_be_given_and_no_other() {
        for (var role : Role.values()) {
            var request = new RoleRequest(role.code());
            assertThat(Violations.of(request)).isEmpty();
            assertThat(request.wanted()).isEqualTo(role);
        }
        assertThat(new RoleRequest(null).wanted()).isNull();
        assertThat(Violations.of(new RoleRequest("king")))
                .isEqualTo(Map.of("role", "role: owner, moderator or member"));
    }

    @Test
    void a_request_does_not_print_its_text() {
        assertThat(new SendRequest(CID, "hello", null, null).toString()).doesNotContain("hello");
        assertThat(new ReportRequest("hello").toString()).doesNotContain("hello");
    }
}
