package parley.web.message.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.CatchUpQueries;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.CatchUpItem;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;

/** Reads pages of missed items: from the tail if it goes back far enough, otherwise from the database. */
final class CatchUpReader {

    private static final System.Logger LOG = System.getLogger(CatchUpReader.class.getName());

    private final LogTail tail;
    private final DatabaseGateway database;
    private final CatchUpQueries stored;
    private final NodeMemberships members;
    private final ReadAccess readers;
    private final LogConnection log;
    private final Quotes quotes;

    CatchUpReader(
            LogTail tail,
            DatabaseGateway database,
            CatchUpQueries stored,
            NodeMemberships members,
            ReadAccess readers,
            LogConnection log,
            Quotes quotes) {
        this.tail = tail;
        this.database = database;
        this.stored = stored;
        this.members = members;
        this.readers = readers;
        this.log = log;
        this.quotes = quotes;
    }

    MissedMessages of(UserId user) {
        return new MissedMessages() {
            @Override
            public boolean receives(ConversationId conversation) {
                return members.receives(conversation, user);
            }

            @Override
            public CatchUpPage page(ConversationId conversation, Position after, Runnable live) {
                var recent = recent(conversation, after, live);
                var page = recent == null ? stored(conversation, after) : recent.page();
                if (page == null) return null;
                // Asked after the page was read: it may have what came after the user left.
                if (!members.receives(conversation, user)) return new CatchUpPage(List.of(), page.upTo(), false);
                var from = readers.ofMember(conversation, user);
                return withQuotes(conversation, page.readableFrom(from), from);
            }
        };
    }

    private CatchUpPage withQuotes(ConversationId conversation, CatchUpPage page, Position readFrom) {
        var replies = page.items().stream()
                .map(CatchUpPage.Item::missed)
                .filter(item -> item instanceof CatchUpItem.Message(var view) && view.replyTo() != null)
                .map(item -> ((CatchUpItem.Message) item).view())
                .toList();
        if (replies.isEmpty()) return page;
        var quoted = quotes.addTo(conversation, replies, readFrom).iterator();
        var items = page.items().stream()
                .map(item -> item.missed() instanceof CatchUpItem.Message(var view) && view.replyTo() != null
                        ? new CatchUpPage.Item(new CatchUpItem.Message(quoted.next()), item.prev())
                        : item)
                .toList();
        return new CatchUpPage(items, page.upTo(), page.last());
    }

    /** @param items the number of items on the page, of {@code all} that the tail has */
    private record Recent(int items, List<TailItem> all, Position after) {

        boolean isLast() {
            return items == all.size();
        }

        /** All later changes of an item in the tail are in the tail, too. */
        CatchUpPage page() {
            var shown = all.subList(0, items);
            var folded = MessageFolding.catchUp(messages(shown), TailItem.events(shown), TailItem.events(all));
            var page = new ArrayList<CatchUpPage.Item>(items);
            for (int i = 0; i < items; i++)
                page.add(new CatchUpPage.Item(folded.get(i), shown.get(i).prev()));
            return new CatchUpPage(page, items == 0 ? after : shown.getLast().pos(), isLast());
        }
    }

    /** Null if the tail does not go back far enough. */
    private Recent recent(ConversationId conversation, Position after, Runnable live) {
        return tail.readLocked(() -> {
            if (!tail.covers(conversation, after, log.identity().epoch())) return null;
            var all = tail.after(conversation, after);
            var recent = new Recent(CatchUpPage.fitting(all, TailItem::bodyChars), all, after);
            if (recent.isLast()) live.run();
            return recent;
        });
    }

    /** Null if the database is unavailable, or lags behind the oldest record of the tail. */
    private CatchUpPage stored(ConversationId conversation, Position after) {
        int partition = tail.partition(conversation);
        int epoch = log.identity().epoch();
        CatchUpQueries.Page rows;
        try {
            rows = database.needed(() -> stored.page(conversation, after, partition, epoch, CatchUpPage.MAX_ITEMS));
        } catch (Refused down) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "Missed items of conversation {0} cannot be read while the database is down.",
                    conversation);
            return null;
        }
        var later = tail.readLocked(() -> rows.nextOffset() < tail.coveredFrom(partition)
                ? null
                : TailItem.events(tail.after(conversation, after)));
        if (later == null) return null;
        var changes = Stream.concat(rows.changes().stream(), later.stream()).toList();
        var missed = MessageFolding.catchUp(rows.messages(), rows.events(), changes);
        int fits = CatchUpPage.fitting(missed, CatchUpReader::chars);
        var page = missed.subList(0, fits).stream()
                .map(item -> new CatchUpPage.Item(item, null))
                .toList();
        boolean whole = fits == missed.size() && !rows.more();
        // Everything below nextOffset was read, whether it is shown or not; the tail may have the rest.
        long known = whole
                ? Math.max(after.value(), Position.at(epoch, rows.nextOffset()).value() - 1)
                : after.value();
        long upTo = Math.max(
                known, missed.isEmpty() ? 0 : missed.get(fits - 1).pos().value());
        return new CatchUpPage(page, new Position(upTo), false);
    }

    private static List<LoggedMessage> messages(List<TailItem> items) {
        return items.stream()
                .filter(TailItem.Message.class::isInstance)
                .map(item -> ((TailItem.Message) item).message())
                .toList();
    }

    private static int chars(CatchUpItem item) {
        return switch (item) {
            case CatchUpItem.Message message ->
                message.view().body() == null ? 0 : message.view().body().length();
            case CatchUpItem.Change change -> change.detail().bodyChars();
        };
    }
}
