package parley.domain.own.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

class UserDraftTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final UserDraft draft = new UserDraft(new UserId(1), new ConversationId(7));

    @Test
    void the_text_that_was_written_later_wins_whichever_arrives_first() {
        assertThat(draft.write("later", null, TEN.plusSeconds(1), 1)).isTrue();
        assertThat(draft.write("earlier", null, TEN, 2)).isFalse();
        assertThat(draft.draft()).isEqualTo(new Draft(new ConversationId(7), "later", null, TEN.plusSeconds(1), 1));
    }

    @Test
    void of_two_texts_of_the_same_time_the_last_to_arrive_wins() {
        draft.write("first", new Position(3), TEN, 1);
        assertThat(draft.write("second", new Position(4), TEN, 2)).isTrue();
        assertThat(draft.draft()).isEqualTo(new Draft(new ConversationId(7), "second", new Position(4), TEN, 2));
    }

    @Test
    void a_draft_that_was_sent_does_not_come_back_from_a_device_that_was_offline() {
        draft.write("sent", new Position(3), TEN, 1);
        assertThat(draft.write(null, null, TEN.plusSeconds(5), 2)).isTrue();
        assertThat(draft.write("sen", null, TEN.minusSeconds(1), 3)).isFalse();
        assertThat(draft.draft().isGone()).isTrue();
        assertThat(draft.draft().replyTo()).isNull();
        assertThat(draft.write("the next one", null, TEN.plusSeconds(6), 4)).isTrue();
        assertThat(draft.draft().isGone()).isFalse();
    }

    @Test
    void the_text_of_a_draft_is_not_printed() {
        draft.write("a secret", null, TEN, 1);
        assertThat(draft.draft().toString()).doesNotContain("secret");
    }
}
