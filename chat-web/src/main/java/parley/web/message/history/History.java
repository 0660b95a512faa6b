package parley.web.message.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.StoredPages;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;
import parley.domain.refusal.Refused;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailItem;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.StoredFeed;
import parley.web.membership.Members;
import parley.web.node.ChatLog;
import parley.web.platform.database.Database;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Pages without holes: the log's end is asked, the tail waited for, and tail and database joined by position. What
 * lies in neither is read from the log itself.
 */
@ApplicationScoped
public class History {

    @Inject
    ChatLog log;

    @Inject
    AwaitedEnd ends;

    @Inject
    Tail tail;

    @Inject
    TailReader tailReader;

    @Inject
    StoredFeed storedFeed;

    @Inject
    Members members;

    @Inject
    Database database;

    @Inject
    StoredPages pages;

    @Inject
    LogGap gap;

    /**
     * @param next for the page that follows in the same direction, or null at the end
     * @param fresh false where the log could not be asked
     */
    public record Page(List<MessageView> items, Position next, boolean fresh) {}

    /** @throws Refused {@code not_found} where {@code reader} is no member */
    public Page page(ConversationId conversation, UserId reader, Range range) {
        int partition = tail.partition(conversation);
        if (isStored(range, partition)) {
            var page = storedPage(conversation, reader, range, partition);
            if (page != null) return page;
        }
        members.requireByDatabase(conversation, reader);
        long end = ends.awaited(partition);
        var recent = tail.snapshot(conversation);
        var items = new ArrayList<>(recent.items());
        // The tail is at the end, or so far behind that the rest is read on the side.
        if (end > recent.position()) items.addAll(gap.read(conversation, partition, recent.position(), end));
        boolean fresh = end >= 0;
        if (range.newestFirst() && Joined.reaches(items, range))
            return joined(conversation, List.of(), items, range, fresh);
        StoredPages.StoredPage stored;
        try {
            stored = database.quick(() -> pages.read(
                    conversation, range.withOneMore(), partition, log.identity().epoch()));
        } catch (DatabaseUnavailable down) {
            return withoutDatabase(conversation, recent, items, range, fresh, down);
        }
        if (recent.coveredFrom() > stored.nextOffset()) {
            items.addAll(0, gap.read(conversation, partition, stored.nextOffset(), recent.coveredFrom()));
        }
        return joined(conversation, stored.views(), items, range, fresh);
    }

    /** Whether every message of the range is in the database. */
    private boolean isStored(Range range, int partition) {
        if (!range.newestFirst() || range.before() == Long.MAX_VALUE) return false;
        int epoch = log.identity().epoch();
        return isBelow(range, epoch, storedFeed.nextOffset(partition, epoch));
    }

    private static boolean isBelow(Range range, int epoch, long nextOffset) {
        var before = new Position(range.before());
        return before.epoch() < epoch || before.epoch() == epoch && before.offset() <= nextOffset;
    }

    /**
     * A page of old messages: one transaction, and no question to the broker, whose answer could only tell of changes
     * that this node's tail reads at this moment. Null where the database is not as far as it was said to be.
     */
    private Page storedPage(ConversationId conversation, UserId reader, Range range, int partition) {
        int epoch = log.identity().epoch();
        var recent = tail.snapshot(conversation);
        boolean fresh = tailReader.isRecent(partition);
        if (Joined.reaches(recent.items(), range)) {
            members.requireByDatabase(conversation, reader);
            return joined(conversation, List.of(), recent.items(), range, fresh);
        }
        StoredPages.StoredPage stored;
        try {
            stored = database.needed(() -> pages.readFor(reader, conversation, range.withOneMore(), partition, epoch))
                    .orElseThrow(() -> Members.notThere(conversation));
        } catch (DatabaseUnavailable down) {
            members.requireKnown(conversation, reader);
            return withoutDatabase(conversation, recent, recent.items(), range, fresh, down);
        }
        if (!isBelow(range, epoch, stored.nextOffset())) return null;
        var items = items(conversation, partition, stored, tail.snapshot(conversation));
        return joined(conversation, stored.views(), items, range, fresh);
    }

    /** What is recent, and before it what neither the tail nor the database has. */
    private List<TailItem> items(
            ConversationId conversation, int partition, StoredPages.StoredPage stored, Tail.Snapshot recent) {
        if (recent.coveredFrom() <= stored.nextOffset()) return recent.items();
        var items = new ArrayList<>(gap.read(conversation, partition, stored.nextOffset(), recent.coveredFrom()));
        items.addAll(recent.items());
        return items;
    }

    private Page joined(
            ConversationId conversation, List<MessageView> stored, List<TailItem> items, Range range, boolean fresh) {
        return Joined.page(stored, items, range, pos -> tail.isRevoked(conversation, pos), fresh);
    }

    private Page withoutDatabase(
            ConversationId conversation,
            Tail.Snapshot recent,
            List<TailItem> items,
            Range range,
            boolean fresh,
            DatabaseUnavailable down) {
        var oldest = Position.at(log.identity().epoch(), recent.coveredFrom());
        boolean newest = range.newestFirst() && range.before() == Long.MAX_VALUE;
        boolean inTail = range.newestFirst() ? range.before() > oldest.value() : range.after() >= oldest.value() - 1;
        if (!inTail) throw older(down);
        var page = joined(conversation, List.of(), items, range, fresh);
        if (range.newestFirst() && !newest && page.items().isEmpty()) throw older(down);
        if (!range.newestFirst() || page.next() != null) return page;
        // What is older than the tail is there, but not now.
        var next = page.items().isEmpty() ? oldest : page.items().getFirst().pos();
        return new Page(page.items(), next, fresh);
    }

    private static Refused older(DatabaseUnavailable down) {
        return Refused.unavailable("Older messages cannot be read now; please try again in a moment.", down);
    }
}
