package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.history.Items.edited;
import static parley.web.message.history.Items.recent;
import static parley.web.message.history.Items.revoked;
import static parley.web.message.history.Items.stored;
import static parley.web.message.history.Items.view;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.Position;
import parley.web.log.tail.TailItem;

class TailOverlayTest {

    @Test
    void a_newer_message_is_the_last() {
        var shown = over(view(stored(3)), recent(5));
        assertThat(shown.last().body()).isEqualTo("message 5");
    }

    @Test
    void a_recent_message_shows_its_changes() {
        assertThat(over(view(null), recent(5), edited(6, 5, "edited")).last().body())
                .isEqualTo("edited");
        assertThat(over(view(null), recent(5), edited(6, 5, "edited"), revoked(7, 5))
                        .last()
                        .body())
                .isNull();
    }

    @Test
    void a_stored_message_shows_its_recent_changes() {
        assertThat(over(view(stored(3)), edited(6, 3, "edited")).last().body()).isEqualTo("edited");
        var last = over(view(stored(3)), edited(6, 3, "edited"), revoked(7, 3)).last();
        assertThat(last.revoked()).isTrue();
        assertThat(last.body()).isNull();
    }

    @Test
    void a_change_of_an_older_message_does_not_affect_the_last_one() {
        var last = over(view(stored(3)), recent(5), revoked(6, 3)).last();
        assertThat(last.body()).isEqualTo("message 5");
        assertThat(last.revoked()).isFalse();
    }

    @Test
    void a_message_known_to_be_revoked_has_no_body_even_without_its_revoke() {
        var last = TailOverlay.withLast(view(stored(3)), List.of(), new Position(3)::equals)
                .last();
        assertThat(last.revoked()).isTrue();
        assertThat(last.body()).isNull();
    }

    @Test
    void changes_do_not_count_as_activity() {
        var shown = over(view(stored(3)), edited(6, 3, "edited"));
        assertThat(shown.lastAt()).isEqualTo(view(stored(3)).lastAt());
    }

    private static ConversationView over(ConversationView view, TailItem... items) {
        return TailOverlay.withLast(view, List.of(items), pos -> false);
    }

    @Test
    void what_a_member_may_not_read_is_not_shown() {
        var shown = over(view(stored(3)).readableFrom(new Position(6)), recent(5));
        assertThat(shown.last()).isNull();
        assertThat(over(shown, recent(5), recent(7)).last().body()).isEqualTo("message 7");
    }
}
