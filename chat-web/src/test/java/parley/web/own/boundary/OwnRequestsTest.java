package parley.web.own.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.web.platform.problem.Violations;

class OwnRequestsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_draft_has_at_most_the_length_of_a_message() {
        assertThat(Violations.of(new DraftRequest("", null, null))).isEmpty();
        assertThat(Violations.of(new DraftRequest(null, null, null))).containsOnlyKeys("body");
        assertThat(Violations.of(new DraftRequest("x".repeat(4_001), null, null)))
                .containsOnlyKeys("body");
        assertThat(Violations.of(new DraftRequest("x", -1L, null))).containsOnlyKeys("replyTo");
        assertThat(Violations.of(new DraftRequest("x", null, "now"))).containsOnlyKeys("updatedAt");
    }

    @Test
    void a_draft_from_a_device_whose_clock_is_ahead_is_written_now() {
        assertThat(new DraftRequest("x", null, null).writtenAt(NOW)).isEqualTo(NOW);
        assertThat(new DraftRequest("x", null, "2026-03-01T11:00:00Z").writtenAt(NOW))
                .isEqualTo(NOW);
        assertThat(new DraftRequest("x", null, "2026-03-01T09:00:00.123456789Z").writtenAt(NOW))
                .isEqualTo(Instant.parse("2026-03-01T09:00:00.123456Z"));
    }

    @Test
    void a_draft_without_a_visible_character_has_no_text() {
        assertThat(new DraftRequest(" \n", null, null).text()).isNull();
        assertThat(new DraftRequest(" a", null, null).text()).isEqualTo(" a");
    }

    @Test
    void alerts_of_a_conversation_have_a_known_level_and_end_in_the_future() {
        assertThat(Violations.of(new ConversationAlertsRequest(null, null))).isEmpty();
        assertThat(Violations.of(new ConversationAlertsRequest("some", null))).containsOnlyKeys("level");
        assertThat(Violations.of(new ConversationAlertsRequest("all", "soon"))).containsOnlyKeys("mutedUntil");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversationAlertsRequest(null, NOW.toString()).mute(NOW))
                .withMessageStartingWith("mutedUntil: ");
        assertThat(new ConversationAlertsRequest("all", null).mute(NOW)).isNull();
    }

    @Test
    void a_display_name_follows_the_rule_of_names() {
        assertThat(Violations.of(new ProfileRequest(null))).containsOnlyKeys("displayName");
        assertThat(Violations.of(new ProfileRequest("\u202e"))).containsOnlyKeys("displayName");
        assertThat(Violations.of(new ProfileRequest("Ada"))).isEmpty();
    }

    @Test
    void the_text_of_a_draft_is_not_printed() {
        assertThat(new DraftRequest("a secret", null, null).toString()).doesNotContain("secret");
    }
}
