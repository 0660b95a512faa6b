package parley.web.log.tail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/** The recent part of one partition, by conversation. Guarded by the tail's lock. */
final class PartitionTail {

    /** Of an item's objects and references, beyond its body. */
    private static final int OVERHEAD = 300;

    private final Map<ConversationId, List<TailItem>> conversations = new HashMap<>();
    private final Map<ConversationId, Position> last = new HashMap<>();
    private final ArrayDeque<TailItem> byAge = new ArrayDeque<>();
    private long coveredFrom;
    private long bytes;

    PartitionTail(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    Position last(ConversationId conversation) {
        return last.get(conversation);
    }

    void add(TailItem item) {
        conversations
                .computeIfAbsent(item.conversation(), c -> new ArrayList<>())
                .add(item);
        last.put(item.conversation(), item.pos());
        byAge.addLast(item);
        bytes += size(item);
    }

    /** Forgets the oldest item. */
    void forgetOldest() {
        var item = byAge.removeFirst();
        var items = conversations.get(item.conversation());
        items.remove(0);
        if (items.isEmpty()) {
            conversations.remove(item.conversation());
            last.remove(item.conversation());
        }
        bytes -= size(item);
        coveredFrom = item.pos().offset() + 1;
    }

    boolean isEmpty() {
        return byAge.isEmpty();
    }

    long oldestOffset() {
        return byAge.getFirst().pos().offset();
    }

    /** When the first from {@code offset} on was said, or null where there is none. */
    Instant oldestFrom(long offset) {
        Instant oldest = null;
        for (var newest = byAge.descendingIterator(); newest.hasNext(); ) {
            var item = newest.next();
            if (item.pos().offset() < offset) break;
            oldest = item.ts();
        }
        return oldest;
    }

    /** What is after {@code pos}, oldest first. */
    List<TailItem> after(ConversationId conversation, Position pos) {
        var items = conversations.getOrDefault(conversation, List.of());
        return List.copyOf(items.subList(firstAfter(items, pos), items.size()));
    }

    int countAfter(ConversationId conversation, Position pos) {
        var items = conversations.getOrDefault(conversation, List.of());
        return items.size() - firstAfter(items, pos);
    }

    /** Null where nothing of it is here. */
    Instant lastAt(ConversationId conversation) {
        var items = conversations.get(conversation);
        return items == null ? null : items.getLast().ts();
    }

    private static int firstAfter(List<TailItem> items, Position pos) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).pos().isAfter(pos)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    List<TailItem> all(ConversationId conversation) {
        return List.copyOf(conversations.getOrDefault(conversation, List.of()));
    }

    /** Everything of the partition from this offset on is here. */
    long coveredFrom() {
        return coveredFrom;
    }

    int size() {
        return byAge.size();
    }

    long bytes() {
        return bytes;
    }

    private static int size(TailItem item) {
        return OVERHEAD
                + switch (item) {
                    case TailItem.Message message -> message.posted().body().length() * 2;
                    case TailItem.Event event -> OVERHEAD;
                };
    }
}
