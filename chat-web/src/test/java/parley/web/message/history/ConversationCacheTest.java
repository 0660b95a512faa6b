package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.history.Items.KIM;
import static parley.web.message.history.Items.TALK;
import static parley.web.message.history.Items.stored;
import static parley.web.message.history.Items.view;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.GroupAttributes;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;

class ConversationCacheTest {

    @Test
    void a_view_is_found_by_its_user_only() {
        var views = new ConversationCache(100_000);
        var shown = view(stored(3));
        views.put(KIM, shown(shown));
        assertThat(views.find(KIM, TALK, 10)).contains(shown(shown));
        assertThat(views.find(Items.ADA, TALK, 10)).isEmpty();
    }

    @Test
    void the_last_message_is_left_out_if_changes_may_be_missing() {
        var views = new ConversationCache(100_000);
        views.put(KIM, shown(view(stored(3))));
        assertThat(views.find(KIM, TALK, 11))
                .hasValueSatisfying(shown -> assertThat(shown.view().last()).isNull());
    }

    @Test
    void the_memory_of_views_is_bounded_whatever_their_size() {
        int most = 100_000;
        var views = new ConversationCache(most);
        for (int i = 1; i <= 1_000; i++) views.put(KIM, shown(titled(i, "t".repeat(i % 100))));
        long bytes = 0;
        for (int i = 1; i <= 1_000; i++) {
            bytes += views.find(KIM, new ConversationId(i), 0)
                    .map(shown -> ConversationCache.bytes(shown.view()))
                    .orElse(0);
        }
        assertThat(bytes).isBetween(most / 2L, (long) most);
    }

    @Test
    void longer_texts_take_more_memory() {
        assertThat(ConversationCache.bytes(titled(1, "t".repeat(100))))
                .isGreaterThanOrEqualTo(ConversationCache.bytes(titled(1, "")) + 200);
    }

    private static ConversationView titled(long id, String title) {
        var start = new Position(0);
        return new ConversationView(
                new ConversationId(id),
                ConversationKind.GROUP,
                GroupAttributes.titled(title),
                1,
                List.of(),
                null,
                start,
                Items.BEGIN,
                ReadPlace.UNKNOWN,
                UnreadCount.NONE,
                Role.MEMBER,
                ReadLimit.NONE);
    }

    private static ConversationCache.Shown shown(ConversationView view) {
        return new ConversationCache.Shown(view, 10, null);
    }
}
