package parley.web.message.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.domain.identity.Position;
import parley.domain.message.control.Folding;
import parley.domain.message.entity.Happened;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;
import parley.web.log.tail.TailItem;

/** Merges what is stored and what is recent into one page. */
final class Joined {

    private Joined() {}

    /** Whether what is recent fills the page, so that the database is not needed. */
    static boolean fills(List<TailItem> items, Range range) {
        return items.stream()
                        .flatMap(Joined::view)
                        .filter(v -> range.holds(v.pos()))
                        .limit(range.limit() + 1L)
                        .count()
                > range.limit();
    }

    /**
     * @param stored one more than the range's limit, where there are so many
     * @param revoked what is known to be revoked, also where the revoke itself is in {@code recent} no more
     */
    static History.Page page(
            List<MessageView> stored, List<TailItem> recent, Range range, Predicate<Position> revoked, boolean fresh) {
        return cut(merged(stored, recent, range), changes(recent), range, revoked, fresh);
    }

    /**
     * A page on which every message is stored.
     *
     * @param stored oldest first, and one more than the range's limit if there are so many
     * @param changes what the rows may not have yet, oldest first
     */
    static History.Page storedPage(
            List<MessageView> stored, List<Happened> changes, Range range, Predicate<Position> revoked, boolean fresh) {
        return cut(stored, changes, range, revoked, fresh);
    }

    private static List<MessageView> merged(List<MessageView> stored, List<TailItem> recent, Range range) {
        Map<Position, MessageView> byPos = new TreeMap<>();
        stored.forEach(view -> byPos.put(view.pos(), view));
        recent.stream()
                .flatMap(Joined::view)
                .filter(view -> range.holds(view.pos()))
                .forEach(view -> byPos.putIfAbsent(view.pos(), view));
        return new ArrayList<>(byPos.values());
    }

    private static History.Page cut(
            List<MessageView> all, List<Happened> changes, Range range, Predicate<Position> revoked, boolean fresh) {
        boolean more = all.size() > range.limit();
        List<MessageView> cut = all;
        if (more) {
            cut = range.newestFirst()
                    ? all.subList(all.size() - range.limit(), all.size())
                    : all.subList(0, range.limit());
        }
        Position next = null;
        if (more)
            next = range.newestFirst() ? cut.getFirst().pos() : cut.getLast().pos();
        var shown = Folding.fold(cut, changes).stream()
                .map(view -> revoked.test(view.pos()) ? view.withoutBody() : view)
                .toList();
        return new History.Page(shown, next, fresh);
    }

    static Stream<MessageView> view(TailItem item) {
        return switch (item) {
            case TailItem.Message message -> Stream.of(MessageView.of(message.posted()));
            case TailItem.Event event -> Folding.shown(event.happened());
        };
    }

    /** The events among these items, oldest first. */
    static List<Happened> changes(List<TailItem> items) {
        return items.stream()
                .filter(TailItem.Event.class::isInstance)
                .map(item -> ((TailItem.Event) item).happened())
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }
}
