package parley.domain.message.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
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
    void a_change_of_an_earlier_place_changes_nothing() {
        var edited = said.with(edit(5, "the"));
        assertThat(edited.with(edit(3, "old"))).isEqualTo(edited);
        assertThat(edited.with(edit(5, "again"))).isEqualTo(edited);
        assertThat(edited.body()).isEqualTo("the");
        assertThat(edited.at()).isEqualTo(new Position(5));
    }

    @Test
    void nothing_comes_back_after_a_revoke() {
        var revoked = said.with(loggedEvent(5, ADA, new EventDetail.Revoked(POS)));
        assertThat(revoked.body()).isNull();
        assertThat(revoked.with(edit(6, "no"))).isEqualTo(revoked);
        assertThat(revoked.with(reaction(7, KIM, true))).isEqualTo(revoked);
    }

    @Test
    void a_reaction_is_one_for_each_who_gave_it_and_goes_when_it_is_taken_back() {
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

    private static LoggedEvent edit(long at, String body) {
        return loggedEvent(at, ADA, new EventDetail.Edited(POS, body));
    }

    private static LoggedEvent reaction(long at, UserId who, boolean on) {
        return loggedEvent(at, who, new EventDetail.Reaction(POS, "👍", on));
    }

    private static LoggedEvent loggedEvent(long at, UserId who, EventDetail detail) {
        return new LoggedEvent(CONVERSATION, new Position(at), Cid.at(Instant.EPOCH), who, Instant.EPOCH, detail);
    }
}
