package parley.web.message.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.domain.identity.Position;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.web.log.tail.TailItem;

/** Merges stored and recent messages into one page. */
final class PageMerger {

    private PageMerger() {}

    /** Whether the recent items fill the page, so that the database is not needed. */
    static boolean fills(List<TailItem> items, PageRange range) {
        return items.stream()
                        .flatMap(PageMerger::view)
                        .filter(v -> range.holds(v.pos()))
                        .limit(range.limit() + 1L)
                        .count()
                > range.limit();
    }

    /**
     * @param stored up to one more than the range's limit
     * @param revoked what is known to be revoked, even if the revoke itself is no longer in {@code recent}
     */
    static MessageHistory.Page page(
            List<MessageView> stored,
            List<TailItem> recent,
            PageRange range,
            Predicate<Position> revoked,
            boolean fresh) {
        return pageOf(merged(stored, recent, range), changes(recent), range, revoked, fresh);
    }

    /**
     * @param messages oldest first; up to one more than the range's limit
     * @param changes what {@code messages} may not reflect yet, oldest first
     */
    static MessageHistory.Page pageOf(
            List<MessageView> messages,
            List<LoggedEvent> changes,
            PageRange range,
            Predicate<Position> revoked,
            boolean fresh) {
        boolean more = messages.size() > range.limit();
        List<MessageView> cut = messages;
        if (more) {
            cut = range.newestFirst()
                    ? messages.subList(messages.size() - range.limit(), messages.size())
                    : messages.subList(0, range.limit());
        }
        Position next = null;
        if (more)
            next = range.newestFirst() ? cut.getFirst().pos() : cut.getLast().pos();
        var shown = MessageFolding.fold(cut, changes).stream()
                .map(view -> revoked.test(view.pos()) ? view.withoutBody() : view)
                .toList();
        return new MessageHistory.Page(shown, next, fresh);
    }

    private static List<MessageView> merged(List<MessageView> stored, List<TailItem> recent, PageRange range) {
        Map<Position, MessageView> byPos = new TreeMap<>();
        stored.forEach(view -> byPos.put(view.pos(), view));
        recent.stream()
                .flatMap(PageMerger::view)
                .filter(view -> range.holds(view.pos()))
                .forEach(view -> byPos.putIfAbsent(view.pos(), view));
        return new ArrayList<>(byPos.values());
    }

    static Stream<MessageView> view(TailItem item) {
        return switch (item) {
            case TailItem.Message message -> Stream.of(MessageView.of(message.message()));
            case TailItem.Event event -> MessageFolding.shown(event.event());
        };
    }

    /** The events among these items, oldest first. */
    static List<LoggedEvent> changes(List<TailItem> items) {
        return TailItem.events(items).stream()
                .sorted(Comparator.comparing(LoggedEvent::at))
                .toList();
    }
}
