package parley.web.message.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.MentionQueries;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.platform.database.DatabaseGateway;

/** The messages that mention a user, from the database, with the newer changes of the tail. */
public final class MentionList {

    private final LogTail tail;
    private final LogConnection log;
    private final DatabaseGateway database;
    private final MentionQueries mentions;

    MentionList(LogTail tail, LogConnection log, DatabaseGateway database, MentionQueries mentions) {
        this.tail = tail;
        this.log = log;
        this.database = database;
        this.mentions = mentions;
    }

    /**
     * The place of a message in the list.
     *
     * @param ts its append time
     */
    public record Place(Instant ts, long conversation, long pos) {

        /** Before the newest message. */
        public static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), 0, 0);

        static Place of(MessageView view) {
            return new Place(view.ts(), view.conversation().value(), view.pos().value());
        }
    }

    /**
     * @param items newest first; can be fewer than asked for even if there are more
     * @param next the place after which the next page begins, or null at the end
     */
    public record Page(List<MessageView> items, Place next) {}

    /** @throws Refused {@code unavailable} if the database is down */
    public Page page(UserId me, Place after, int limit) {
        int epoch = log.identity().epoch();
        var stored =
                database.needed(() -> mentions.page(me, after.ts, after.conversation, after.pos, limit + 1, epoch));
        var views = stored.views();
        var shown = new ArrayList<MessageView>();
        for (var view : views.subList(0, Math.min(limit, views.size()))) {
            int partition = tail.partition(view.conversation());
            long nextOffset = stored.nextOffsets().getOrDefault(partition, 0L);
            current(view, partition, nextOffset)
                    .filter(now -> now.mentions().include(me))
                    .ifPresent(shown::add);
        }
        return new Page(shown, views.size() > limit ? Place.of(views.get(limit - 1)) : null);
    }

    /** The message with the changes that are not stored yet; empty if it is revoked. */
    private Optional<MessageView> current(MessageView view, int partition, long nextOffset) {
        var recent = tail.changes(partition, view.conversation(), List.of(view.pos()));
        // Otherwise a revoke may be in neither, and its text must not be shown.
        if (recent.coveredFrom() > nextOffset)
            throw Refused.unavailable("The database lags too far behind; please try again later.", null);
        var now = MessageFolding.fold(List.of(view), recent.oldestFirst()).getFirst();
        boolean revoked = now.revoked() || tail.isRevoked(partition, view.conversation(), view.pos());
        return revoked ? Optional.empty() : Optional.of(now);
    }
}
