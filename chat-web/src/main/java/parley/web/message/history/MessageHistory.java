package parley.web.message.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.StoredOffsets;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Reads history pages without gaps. A page that lies entirely below {@code next_offset} is read from the database in
 * one transaction, and the tail adds newer changes (docs/decisions/0023). For any other page, the end of the log is
 * requested, the tail is waited for, and tail and database are merged by position. Records that are in neither are read
 * from the log itself.
 */
public final class MessageHistory {

    /** The maximum delay of a change acknowledged by another node on a page that is entirely stored. */
    static final Duration CHANGES_LATE_BY = Duration.ofSeconds(3);

    private final LogConnection log;
    private final LogEndWait ends;
    private final LogTail tail;
    private final TailStatus tailStatus;
    private final StoredOffsets storedOffsets;
    private final ReadAccess readers;
    private final DatabaseGateway database;
    private final StoredHistory pages;
    private final LogBackfill backfill;
    private final Quotes quotes;

    MessageHistory(
            LogConnection log,
            LogEndWait ends,
            LogTail tail,
            TailStatus tailStatus,
            StoredOffsets storedOffsets,
            ReadAccess readers,
            DatabaseGateway database,
            StoredHistory pages,
            LogBackfill backfill,
            Quotes quotes) {
        this.log = log;
        this.ends = ends;
        this.tail = tail;
        this.tailStatus = tailStatus;
        this.storedOffsets = storedOffsets;
        this.readers = readers;
        this.database = database;
        this.pages = pages;
        this.backfill = backfill;
        this.quotes = quotes;
    }

    /**
     * @param next the cursor of the next page in the same direction, or null at the end
     * @param fresh false if the log did not answer
     */
    public record Page(List<MessageView> items, Position next, boolean fresh) {}

    /** The range of a page, with its partition computed once. */
    private record Place(ConversationId conversation, int partition, int epoch, PageRange range) {

        /** The part that begins at {@code first}, from which on the reader may read. */
        Place from(Position first) {
            return new Place(conversation, partition, epoch, range.from(first));
        }

        boolean isBefore(long nextOffset) {
            return range.newestFirst()
                    && range.before() != Long.MAX_VALUE
                    && isBelow(new Position(range.before()), nextOffset);
        }

        boolean isAfterSomeBelow(long nextOffset) {
            return !range.newestFirst() && isBelow(new Position(range.after() + 1), nextOffset);
        }

        /** Whether the whole range is at {@code offset} or beyond. */
        boolean isAfter(long offset) {
            return range.after() + 1 >= Position.at(epoch, offset).value();
        }

        /** Whether the range begins at {@code offset} or beyond, wherever the page is taken from it. */
        boolean beginsAfter(long offset) {
            return range.after() >= 0 && isAfter(offset);
        }

        /** Whether everything before {@code pos} is below {@code nextOffset}. */
        boolean isBelow(Position pos, long nextOffset) {
            return pos.epoch() < epoch || pos.epoch() == epoch && pos.offset() <= nextOffset;
        }

        /** Whether all records that belong on the page of these rows are stored. */
        boolean isWhollyStored(StoredHistory.StoredPage stored) {
            if (range.newestFirst()) return isBefore(stored.nextOffset());
            return stored.views().size() > range.limit()
                    && isBelow(stored.views().getLast().pos(), stored.nextOffset());
        }
    }

    /**
     * What {@code reader} may read of the range, with the quotes of its replies.
     *
     * @throws Refused {@code not_found} if {@code reader} is not a member and the conversation is not public
     */
    public Page page(ConversationId conversation, UserId reader, PageRange range) {
        var readable = withoutQuotes(conversation, reader, range);
        var page = readable.page;
        return new Page(quotes.addTo(conversation, page.items(), readable.from), page.next(), page.fresh());
    }

    /** @param from from which position on the reader may read */
    private record Readable(Page page, Position from) {}

    private Readable withoutQuotes(ConversationId conversation, UserId reader, PageRange range) {
        var place = new Place(
                conversation, tail.partition(conversation), log.identity().epoch(), range);
        if (!isWorthReadingFirst(place)) {
            var from = readers.requireByDatabase(conversation, reader);
            return new Readable(mergedPage(place.from(from), Optional.empty()), from);
        }
        boolean fresh = knowsChanges(place.partition);
        if (range.newestFirst()) {
            var recent = tail.page(place.partition, conversation, range);
            if (PageMerger.fills(recent.items(), range)) {
                var from = readers.requireByDatabase(conversation, reader);
                return new Readable(merged(place.from(from), List.of(), recent.items(), fresh), from);
            }
        }
        StoredHistory.StoredPage stored;
        try {
            stored = database.needed(() ->
                            pages.readFor(reader, conversation, range.withOneMore(), place.partition, place.epoch))
                    .orElseThrow(() -> NodeMemberships.notThere(conversation));
        } catch (DatabaseUnavailable down) {
            var from = readers.requireKnown(conversation, reader);
            var readable = place.from(from);
            var recent = tail.page(place.partition, conversation, readable.range);
            return new Readable(withoutDatabase(readable, recent, recent.items(), fresh, down), from);
        }
        if (place.isWhollyStored(stored)) return new Readable(storedPage(place, stored, fresh), stored.readFrom());
        var from = readers.resolve(stored.readFrom(), conversation, reader);
        return new Readable(mergedPage(place.from(from), Optional.of(stored)), from);
    }

    /** Whether the page may be entirely stored, and this node knows newer changes as well as the broker. */
    private boolean isWorthReadingFirst(Place place) {
        long nextOffset = storedOffsets.nextOffset(place.partition, place.epoch);
        boolean mayBeStored = place.isBefore(nextOffset) || place.isAfterSomeBelow(nextOffset) && !isAllInTail(place);
        return mayBeStored && (knowsChanges(place.partition) || ends.isFailing());
    }

    private boolean isAllInTail(Place place) {
        return place.isAfter(tail.readLocked(() -> tail.coveredFrom(place.partition)));
    }

    private boolean knowsChanges(int partition) {
        return tailStatus.wasAtEndWithin(partition, CHANGES_LATE_BY);
    }

    /** The tail is read after the rows, so a change that it drops in between is in the rows. */
    private Page storedPage(Place place, StoredHistory.StoredPage stored, boolean fresh) {
        var positions = stored.views().stream().map(MessageView::pos).toList();
        var recent = tail.changes(place.partition, place.conversation, positions);
        var changes = new ArrayList<LoggedEvent>();
        if (recent.coveredFrom() > stored.nextOffset())
            changes.addAll(PageMerger.changes(
                    backfill.read(place.conversation, place.partition, stored.nextOffset(), recent.coveredFrom())));
        changes.addAll(recent.oldestFirst());
        return PageMerger.pageOf(stored.views(), changes, place.range, pos -> isRevoked(place, pos), fresh);
    }

    /** @param before the rows that were already read, if any */
    private Page mergedPage(Place place, Optional<StoredHistory.StoredPage> before) {
        long end = ends.awaited(place.partition);
        var recent = tail.page(place.partition, place.conversation, place.range);
        var items = new ArrayList<>(recent.items());
        // The tail is at the end, or so far behind that the rest is read from the log.
        if (end > recent.position())
            items.addAll(backfill.read(place.conversation, place.partition, recent.position(), end));
        boolean fresh = end >= 0;
        boolean isRecent = place.range.newestFirst()
                ? PageMerger.fills(items, place.range) || place.beginsAfter(recent.coveredFrom())
                : place.isAfter(recent.coveredFrom());
        if (isRecent) return merged(place, List.of(), items, fresh);
        StoredHistory.StoredPage stored;
        try {
            stored = before.orElseGet(() -> database.quick(
                    () -> pages.read(place.conversation, place.range.withOneMore(), place.partition, place.epoch)));
        } catch (DatabaseUnavailable down) {
            return withoutDatabase(place, recent, items, fresh, down);
        }
        if (recent.coveredFrom() > stored.nextOffset()) {
            items.addAll(
                    0, backfill.read(place.conversation, place.partition, stored.nextOffset(), recent.coveredFrom()));
        }
        return merged(place, stored.views(), items, fresh);
    }

    private Page merged(Place place, List<MessageView> stored, List<TailItem> items, boolean fresh) {
        return PageMerger.page(stored, items, place.range, pos -> isRevoked(place, pos), fresh);
    }

    private boolean isRevoked(Place place, Position pos) {
        return tail.isRevoked(place.partition, place.conversation, pos);
    }

    private Page withoutDatabase(
            Place place, LogTail.Snapshot recent, List<TailItem> items, boolean fresh, DatabaseUnavailable down) {
        var range = place.range;
        var oldest = Position.at(place.epoch, recent.coveredFrom());
        if (place.beginsAfter(recent.coveredFrom())) return merged(place, List.of(), items, fresh);
        boolean newest = range.newestFirst() && range.before() == Long.MAX_VALUE;
        boolean inTail = range.newestFirst() ? range.before() > oldest.value() : range.after() >= oldest.value() - 1;
        if (!inTail) throw older(down);
        var page = merged(place, List.of(), items, fresh);
        if (range.newestFirst() && !newest && page.items().isEmpty()) throw older(down);
        if (!range.newestFirst() || page.next() != null) return page;
        // Older messages exist, but they cannot be read now.
        var next = page.items().isEmpty() ? oldest : page.items().getFirst().pos();
        return new Page(page.items(), next, fresh);
    }

    private static Refused older(DatabaseUnavailable down) {
        return Refused.unavailable("Older messages cannot be read now; please try again soon.", down);
    }
}
