package parley.domain.message.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

class MessageViewTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Position POS = new Position(1);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final MessageView said = MessageView.of(
            new LoggedMessage(CONVERSATION, POS, Cid.at(Instant.EPOCH), ADA, Instant.EPOCH, "teh", null));

    @Test
    void a_change_with_a_lower_position_is_ignored() {
        var edited = said.with(edit(5, "the"));
        assertThat(edited.with(edit(3, "old"))).isEqualTo(edited);
        assertThat(edited.with(edit(5, "again"))).isEqualTo(edited);
        assertThat(edited.body()).isEqualTo("the");
        assertThat(edited.at()).isEqualTo(new Position(5));
    }

    @Test
    void nothing_is_restored_after_a_revoke() {
        var revoked = said.with(loggedEvent(5, ADA, new EventDetail.Revoked(POS)));
        assertThat(revoked.body()).isNull();
        assertThat(revoked.with(edit(6, "no"))).isEqualTo(revoked);
        assertThat(revoked.with(reaction(7, KIM, true))).isEqualTo(revoked);
    }

    @Test
    void a_reaction_counts_once_per_user_and_can_be_removed() {
        var twice =
                said.with(reaction(2, KIM, true)).with(reaction(3, KIM, true)).with(reaction(4, ADA, true));
        assertThat(twice.reactions())
                .singleElement()
                .satisfies(r -> assertThat(r.users()).containsExactly(KIM, ADA));
        assertThat(twice.with(reaction(5, KIM, false))
                        .with(reaction(6, ADA, false))
                        .reactions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "❤, ❤\ufe0f",
        "❤\ufe0e, ❤\ufe0f",
        "☺, ☺\ufe0f",
        "✌, ✌\ufe0f",
        "1\u20e3, 1\ufe0f\u20e3",
        "🤷\u200d♀, 🤷\u200d♀\ufe0f",
        "🕵\u200d♀, 🕵\ufe0f\u200d♀\ufe0f"
    })
    void a_reaction_counts_for_the_qualified_emoji_however_it_was_stored(String stored, String qualified) {
        var reacted = said.with(reaction(2, KIM, stored, true)).with(reaction(3, ADA, qualified, true));
        assertThat(reacted.reactions()).containsExactly(new MessageView.Reactions(qualified, List.of(KIM, ADA)));
        assertThat(reacted.with(reaction(4, KIM, qualified, false))
                        .with(reaction(5, ADA, stored, false))
                        .reactions())
                .isEmpty();
    }

    private static LoggedEvent edit(long at, String body) {
        return loggedEvent(at, ADA, new EventDetail.Edited(POS, body));
    }

    private static LoggedEvent reaction(long at, UserId who, boolean on) {
        return reaction(at, who, "👍", on);
    }

    private static LoggedEvent reaction(long at, UserId who, String emoji, boolean on) {
        return loggedEvent(at, who, new EventDetail.Reaction(POS, emoji, on));
    }

    private static LoggedEvent loggedEvent(long at, UserId who, EventDetail detail) {
        return new LoggedEvent(CONVERSATION, new Position(at), Cid.at(Instant.EPOCH), who, Instant.EPOCH, detail);
    }
}
