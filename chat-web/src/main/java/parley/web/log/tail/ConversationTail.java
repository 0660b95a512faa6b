package parley.web.log.tail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.domain.identity.Position;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;

/**
 * The recent items of one conversation, oldest first, with an index of changes by message, so that one message can be
 * shown without folding the whole conversation. Guarded by the tail's lock.
 */
final class ConversationTail {

    private final List<TailItem> items = new ArrayList<>();
    /** The changes of each message, oldest first; most conversations have none. */
    private final Map<Position, List<LoggedEvent>> changes = new HashMap<>(0);

    void add(TailItem item) {
        items.add(item);
        if (target(item) instanceof Position target)
            changes.computeIfAbsent(target, t -> new ArrayList<>(1)).add(((TailItem.Event) item).event());
    }

    void removeOldest() {
        var removed = items.removeFirst();
        if (target(removed) instanceof Position target) {
            var ofTarget = changes.get(target);
            ofTarget.removeFirst();
            if (ofTarget.isEmpty()) changes.remove(target);
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Position last() {
        return items.getLast().pos();
    }

    Instant lastAt() {
        return items.getLast().ts();
    }

    List<TailItem> all() {
        return List.copyOf(items);
    }

    /**
     * What a page needs, which costs the same however long the conversation is: of the shown items in the range those that
     * fill the page and one more, from the end at which the page is taken; and all changes of messages.
     */
    List<TailItem> page(PageRange range) {
        var found = new ArrayList<TailItem>();
        int first = firstAfter(range.after());
        int end = firstAfter(range.before() - 1);
        for (int i = 0; i < end - first && found.size() <= range.limit(); i++) {
            var item = items.get(range.newestFirst() ? end - 1 - i : first + i);
            if (isShown(item)) found.add(item);
        }
        for (var ofMessage : changes.values()) for (var change : ofMessage) found.add(new TailItem.Event(change, null));
        found.sort(Comparator.comparing(TailItem::pos));
        return found;
    }

    /** The items after {@code pos}, oldest first. */
    List<TailItem> after(Position pos) {
        return List.copyOf(items.subList(firstAfter(pos), items.size()));
    }

    int countAfter(Position pos) {
        return items.size() - firstAfter(pos);
    }

    /** The message at {@code pos} with its changes folded in; empty if it is not here. */
    Optional<MessageView> message(Position pos) {
        int place = firstAfter(pos) - 1;
        if (place < 0 || !(items.get(place) instanceof TailItem.Message found)) return Optional.empty();
        if (!found.pos().equals(pos)) return Optional.empty();
        return Optional.of(MessageFolding.fold(List.of(MessageView.of(found.message())), changes(pos))
                .getFirst());
    }

    /** The changes of the message at {@code target}, oldest first, whether or not that message is here. */
    List<LoggedEvent> changes(Position target) {
        return List.copyOf(changes.getOrDefault(target, List.of()));
    }

    private static Position target(TailItem item) {
        return item instanceof TailItem.Event event && event.event().detail() instanceof EventDetail.OfMessage change
                ? change.target()
                : null;
    }

    private static boolean isShown(TailItem item) {
        return switch (item) {
            case TailItem.Message message -> true;
            case TailItem.Event event ->
                MessageFolding.shown(event.event()).findAny().isPresent();
        };
    }

    private int firstAfter(Position pos) {
        return firstAfter(pos.value());
    }

    private int firstAfter(long pos) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).pos().value() > pos) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
