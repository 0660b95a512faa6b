package parley.web.message.history;

import java.time.Instant;
import java.util.List;
import parley.domain.conversation.boundary.UnreadQueries;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.membership.ReadAccess;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Counts what a user has not read in all of their conversations. */
public final class UnreadTotals {

    private final DatabaseGateway database;
    private final UnreadQueries stored;
    private final UnreadCounter counter;
    private final OfflineConversationList known;
    private final LogConnection log;
    private final LogTail tail;
    private final MutedConversations muted;
    private final ReadAccess readers;

    public UnreadTotals(
            DatabaseGateway database,
            UnreadQueries stored,
            UnreadCounter counter,
            OfflineConversationList known,
            LogConnection log,
            LogTail tail,
            MutedConversations muted,
            ReadAccess readers) {
        this.database = database;
        this.stored = stored;
        this.counter = counter;
        this.known = known;
        this.log = log;
        this.tail = tail;
        this.muted = muted;
        this.readers = readers;
    }

    /** @param conversations the number of conversations with unread messages */
    public record Total(UnreadCount count, int conversations) {

        private static final Total NONE = new Total(UnreadCount.NONE, 0);

        private Total plus(UnreadCount more) {
            return new Total(count.plus(more), conversations + (more.unread() > 0 ? 1 : 0));
        }
    }

    /** @param muted what the user has muted; {@code active} has the rest */
    public record Totals(Total active, Total muted) {}

    private record OfConversation(ConversationId conversation, UnreadCount count) {}

    /** While the database is down, as far as this node knows. */
    public Totals of(UserId user) {
        var mutedOnes = muted.of(user);
        var active = Total.NONE;
        var apart = Total.NONE;
        for (var each : counts(user)) {
            if (mutedOnes.contains(each.conversation())) apart = apart.plus(each.count());
            else active = active.plus(each.count());
        }
        return new Totals(active, apart);
    }

    private List<OfConversation> counts(UserId user) {
        var asOf = known.asOf();
        try {
            var readers = database.quick(() -> stored.places(user)).stream()
                    .map(place -> reader(user, place, asOf))
                    .toList();
            var counted = counter.count(readers).iterator();
            return readers.stream()
                    .map(reader -> new OfConversation(
                            reader.conversation(), counted.next().unread()))
                    .toList();
        } catch (DatabaseUnavailable down) {
            return known.page(user, Instant.MAX, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .map(view -> new OfConversation(view.id(), view.unread()))
                    .toList();
        }
    }

    private UnreadCounter.Reader reader(
            UserId user, UnreadQueries.StoredPlace place, OfflineConversationList.AsOf asOf) {
        long storedBelow = asOf.nextOffset(
                tail.partition(place.conversation()), log.identity().epoch());
        return new UnreadCounter.Reader(
                user,
                place.conversation(),
                place.reading(),
                place.lastPos(),
                storedBelow,
                readers.resolve(place.readFrom(), place.conversation(), user));
    }
}
