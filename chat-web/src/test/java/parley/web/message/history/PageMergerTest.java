package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.history.Items.edited;
import static parley.web.message.history.Items.recent;
import static parley.web.message.history.Items.revoked;
import static parley.web.message.history.Items.stored;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.web.log.tail.TailItem;

class PageMergerTest {

    private static final PageRange NEWEST = PageRange.newest(10);

    @Test
    void a_page_of_recent_messages_only_has_their_changes_folded_in() {
        var page = page(List.of(), recent(5), recent(6), edited(7, 5, "edited"), revoked(8, 6));
        assertThat(page).extracting(MessageView::body).containsExactly("edited", null);
    }

    @Test
    void a_stored_message_shows_its_recent_changes() {
        var page = page(List.of(stored(3), stored(4)), recent(5), revoked(6, 3), edited(7, 4, "edited"));
        assertThat(page).extracting(MessageView::body).containsExactly(null, "edited", "message 5");
    }

    @Test
    void a_stored_change_is_kept_if_the_tail_has_an_older_one() {
        var stored = stored(3).with(Items.loggedEvent(8, new EventDetail.Revoked(new Position(3))));
        var page = page(List.of(stored), recent(3), edited(6, 3, "before"), revoked(8, 3));
        assertThat(page).singleElement().satisfies(view -> {
            assertThat(view.revoked()).isTrue();
            assertThat(view.body()).isNull();
        });
    }

    @Test
    void nothing_changes_a_revoked_message_wherever_the_change_was_read() {
        var page = page(List.of(stored(3)), revoked(6, 3), edited(7, 3, "too late"));
        assertThat(page).extracting(MessageView::body).containsExactly((String) null);
    }

    @Test
    void a_message_known_to_be_revoked_has_no_body_even_without_its_revoke() {
        var page = PageMerger.page(List.of(stored(3)), List.of(), NEWEST, new Position(3)::equals, true);
        assertThat(page.items()).singleElement().satisfies(view -> {
            assertThat(view.revoked()).isTrue();
            assertThat(view.body()).isNull();
        });
    }

    private static List<MessageView> page(List<MessageView> stored, TailItem... recent) {
        return PageMerger.page(stored, List.of(recent), NEWEST, pos -> false, true)
                .items();
    }
}
