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

/** What is stored and what is recent become one page. */
final class Joined {

    private Joined() {}

    /** Whether what is recent fills the page, so that nobody needs to look at the database. */
    static boolean reaches(List<TailItem> items, Range range) {
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
        Map<Position, MessageView> byPos = new TreeMap<>();
        stored.forEach(view -> byPos.put(view.pos(), view));
        recent.stream()
                .flatMap(Joined::view)
                .filter(view -> range.holds(view.pos()))
                .forEach(view -> byPos.putIfAbsent(view.pos(), view));
        var all = new ArrayList<>(byPos.values());
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
        var shown = Folding.fold(cut, changes(recent)).stream()
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

    private static List<Happened> changes(List<TailItem> items) {
        return items.stream()
                .filter(TailItem.Event.class::isInstance)
                .map(item -> ((TailItem.Event) item).happened())
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }
}
