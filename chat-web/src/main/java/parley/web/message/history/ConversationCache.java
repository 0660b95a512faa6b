package parley.web.message.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** Conversations that users were shown recently, as the database had them; bounded by their size in memory. */
final class ConversationCache {

    /** Memory of a view's and a member's objects and references, without their texts. */
    private static final int VIEW_BYTES = 500;

    private static final int MEMBER_BYTES = 120;

    private record Key(UserId user, ConversationId conversation) {}

    /**
     * @param view as the database had it
     * @param storedBelow every record below this offset was in the database before the view was read
     * @param unread what was counted then
     */
    record Shown(ConversationView view, long storedBelow, StoredUnread unread) {}

    private final Cache<Key, Shown> views;

    ConversationCache(long bytes) {
        views = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Shown shown) -> bytes(shown.view))
                .executor(Runnable::run)
                .build();
    }

    void put(UserId user, Shown shown) {
        views.put(new Key(user, shown.view.id()), shown);
    }

    /**
     * @param coveredFrom the tail has every change from this offset on. If there may be changes that neither the tail
     *     nor the view has, the last message is left out, because it may have been revoked.
     */
    Optional<Shown> find(UserId user, ConversationId conversation, long coveredFrom) {
        return Optional.ofNullable(views.getIfPresent(new Key(user, conversation)))
                .map(shown -> coveredFrom <= shown.storedBelow
                        ? shown
                        : new Shown(shown.view.withLast(null, shown.view.lastAt()), shown.storedBelow, shown.unread));
    }

    static int bytes(ConversationView view) {
        int bytes = VIEW_BYTES
                + text(view.attributes().title())
                + text(view.attributes().topic());
        if (view.last() != null) bytes += text(view.last().body());
        for (var member : view.members()) bytes += MEMBER_BYTES + text(member.username()) + text(member.displayName());
        return bytes;
    }

    private static int text(String text) {
        return text == null ? 0 : 2 * text.length();
    }
}
