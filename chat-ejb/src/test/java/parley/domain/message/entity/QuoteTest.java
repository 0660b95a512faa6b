package parley.domain.message.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

class QuoteTest {

    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Position POS = new Position(3);
    private static final UserId ADA = new UserId(1);
    private static final Cid CID = Cid.at(Instant.EPOCH);

    private static MessageView original(String body) {
        return MessageView.of(new LoggedMessage(CONVERSATION, POS, CID, ADA, Instant.EPOCH, body, null));
    }

    private static LoggedEvent change(EventDetail detail) {
        return new LoggedEvent(CONVERSATION, new Position(9), CID, ADA, Instant.EPOCH, detail);
    }

    @Test
    void an_excerpt_is_one_line() {
        assertThat(Quote.of(original("  one\n\n two\t\u00a0three ")))
                .isEqualTo(new Quote(POS, ADA, "one two three", false));
    }

    @Test
    void an_excerpt_has_no_white_space_of_any_kind_at_its_ends() {
        for (var blank : new String[] {"\u00a0", "\u2007", "\u202f", "\u3000", "\u0085", "\u2028 \n"})
            assertThat(Quote.excerpt(blank + "Hi" + blank)).isEqualTo("Hi");
        assertThat(Quote.excerpt("\u00a0")).isEmpty();
        assertThat(Quote.excerpt("x".repeat(199) + "\u00a0yz")).isEqualTo("x".repeat(199) + "…");
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Quote.excerpt("👋".repeat(200))).isEqualTo("👋".repeat(200));
        assertThat(Quote.excerpt("👋".repeat(201))).isEqualTo("👋".repeat(200) + "…");
        assertThat(Quote.excerpt("x".repeat(199) + " y z")).isEqualTo("x".repeat(199) + "…");
    }

    @Test
    void an_edit_is_quoted_by_its_new_text() {
        assertThat(Quote.of(original("teh").with(change(new EventDetail.Edited(POS, "the"))))
                        .excerpt())
                .isEqualTo("the");
    }

    @Test
    void a_revoked_message_is_gone_with_its_text() {
        assertThat(Quote.of(original("regretted").with(change(new EventDetail.Revoked(POS)))))
                .isEqualTo(new Quote(POS, ADA, null, true));
        assertThat(Quote.of(original("regretted").withoutBody())).isEqualTo(new Quote(POS, ADA, null, true));
    }

    @Test
    void a_message_that_could_not_be_stored_has_no_excerpt() {
        assertThat(Quote.of(original(null))).isEqualTo(new Quote(POS, ADA, null, false));
    }

    @Test
    void a_change_of_membership_cannot_be_quoted() {
        var joined = new EventDetail.MemberChanged(ADA, Role.MEMBER, 1, true);
        assertThat(Quote.of(MessageView.of(change(joined), joined))).isEqualTo(Quote.missing(new Position(9)));
    }

    @Test
    void a_reply_that_is_revoked_loses_its_quote_and_its_mentions() {
        var reply = original("reply").with(new Quote(new Position(1), ADA, "quoted", false));
        assertThat(reply.with(change(new EventDetail.Revoked(POS))).quote()).isNull();
        assertThat(reply.with(change(new EventDetail.Reaction(POS, "👍", true))).quote())
                .isNotNull();
    }
}
