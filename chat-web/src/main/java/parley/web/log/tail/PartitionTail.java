package parley.web.log.tail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;

/** The recent part of one partition, by conversation. Guarded by the tail's lock. */
final class PartitionTail {

    /** Memory of an item's objects and references, without its text and mentions. */
    private static final int OVERHEAD = 300;

    /** Memory of the id of a user and of the reference to it. */
    private static final int MENTION = 24;

    private final Map<ConversationId, ConversationTail> conversations = new HashMap<>();
    private final ArrayDeque<TailItem> byAge = new ArrayDeque<>();
    private long coveredFrom;
    private long bytes;

    PartitionTail(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    /** Null if it holds nothing of the conversation. */
    Position last(ConversationId conversation) {
        return find(conversation).map(ConversationTail::last).orElse(null);
    }

    /** Ignores an item before {@link #coveredFrom}: what it repeats may be unknown. */
    void add(TailItem item) {
        if (item.pos().offset() < coveredFrom) return;
        conversations
                .computeIfAbsent(item.conversation(), c -> new ConversationTail())
                .add(item);
        byAge.addLast(item);
        bytes += size(item);
    }

    void forgetOldest() {
        var item = byAge.removeFirst();
        var conversation = conversations.get(item.conversation());
        conversation.removeOldest();
        if (conversation.isEmpty()) conversations.remove(item.conversation());
        bytes -= size(item);
        coveredFrom = item.pos().offset() + 1;
    }

    boolean isEmpty() {
        return byAge.isEmpty();
    }

    long oldestOffset() {
        return byAge.getFirst().pos().offset();
    }

    /** The append time of the first item from {@code offset} on, or null if there is none. */
    Instant oldestFrom(long offset) {
        Instant oldest = null;
        for (var newest = byAge.descendingIterator(); newest.hasNext(); ) {
            var item = newest.next();
            if (item.pos().offset() < offset) break;
            oldest = item.ts();
        }
        return oldest;
    }

    /** The items after {@code pos}, oldest first. */
    List<TailItem> after(ConversationId conversation, Position pos) {
        return find(conversation).map(found -> found.after(pos)).orElse(List.of());
    }

    int countAfter(ConversationId conversation, Position pos) {
        return find(conversation).map(found -> found.countAfter(pos)).orElse(0);
    }

    /** Null if it holds nothing of the conversation. */
    Instant lastAt(ConversationId conversation) {
        return find(conversation).map(ConversationTail::lastAt).orElse(null);
    }

    List<TailItem> all(ConversationId conversation) {
        return find(conversation).map(ConversationTail::all).orElse(List.of());
    }

    /** What a page of the conversation needs of it. */
    List<TailItem> page(ConversationId conversation, PageRange range) {
        return find(conversation).map(found -> found.page(range)).orElse(List.of());
    }

    /** The message at {@code pos} with its changes folded in; empty if it does not hold it. */
    Optional<MessageView> message(ConversationId conversation, Position pos) {
        return find(conversation).flatMap(found -> found.message(pos));
    }

    /** The changes of these messages; those of one message oldest first. */
    List<LoggedEvent> changes(ConversationId conversation, Collection<Position> targets) {
        return find(conversation)
                .map(found -> targets.stream()
                        .flatMap(target -> found.changes(target).stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<ConversationTail> find(ConversationId conversation) {
        return Optional.ofNullable(conversations.get(conversation));
    }

    /** It holds everything of the partition from this offset on. */
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
        int text = 2 * item.bodyChars();
        return switch (item) {
            case TailItem.Message(var message, var prev) -> OVERHEAD + text + size(message.mentions());
            case TailItem.Event(var event, var prev) ->
                event.detail() instanceof EventDetail.Edited edit
                        ? 2 * OVERHEAD + text + size(edit.mentions())
                        : 2 * OVERHEAD + text;
        };
    }

    private static int size(Mentions mentions) {
        return MENTION * mentions.users().size();
    }
}
