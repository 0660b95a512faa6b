package parley.web.message.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import parley.domain.conversation.boundary.UnreadQueries;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.conversation.entity.UnreadQuestion;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailItem;
import parley.web.message.reading.RecentReceipts;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Counts what members have not read, from what the database and the tail have. A count is exact if the tail has
 * everything that the database had not stored when it was asked; if the tail has everything after the place, the
 * database is not asked.
 */
public final class UnreadCounter {

    /** A place can move, and the tail can forget, while the database is asked; then it is asked again. */
    private static final int MAX_QUESTIONS = 3;

    private static final Position NOTHING = new Position(0);

    private final LogConnection log;
    private final LogTail tail;
    private final RecentReceipts receipts;
    private final DatabaseGateway database;
    private final UnreadQueries stored;

    public UnreadCounter(
            LogConnection log, LogTail tail, RecentReceipts receipts, DatabaseGateway database, UnreadQueries stored) {
        this.log = log;
        this.tail = tail;
        this.receipts = receipts;
        this.database = database;
        this.stored = stored;
    }

    /**
     * @param reading as the database has it
     * @param lastPos the last message that the database had stored
     * @param storedBelow the database had at least everything below this offset
     * @param readFrom from which position on the user may read; {@link ReadLimit#NOTHING} for a user who is not a member
     */
    public record Reader(
            UserId user,
            ConversationId conversation,
            ReadPlace reading,
            Position lastPos,
            long storedBelow,
            Position readFrom) {}

    /**
     * @param reading with everything that this node knows
     * @param known the count, as a start for later ones
     * @param recent the items that it includes
     */
    public record Counted(ReadPlace reading, UnreadCount unread, StoredUnread known, List<TailItem> recent) {}

    private final class Question {

        private final Reader reader;
        private final int partition;
        private final LogTail.Snapshot recent;
        private final ReadPlace reading;
        private final Position entered;
        private final Set<Position> revoked;
        private final Set<Position> edited;

        Question(Reader reader) {
            this.reader = reader;
            this.partition = tail.partition(reader.conversation());
            this.recent = tail.snapshot(partition, reader.conversation());
            this.reading = reading(reader, recent.items()).readableFrom(reader.readFrom());
            this.entered = reading.isSetBack() ? joined(reader, recent.items()) : null;
            this.revoked = RecentCount.revokedElsewhere(recent.items(), reading.place());
            this.edited = RecentCount.editedElsewhere(recent.items(), reading.place(), reader.user());
        }

        private Position oldest() {
            return Position.at(log.identity().epoch(), recent.coveredFrom());
        }

        /** Whether the tail has every message after the place. */
        boolean isInTail() {
            boolean noneStored =
                    !reader.lastPos().isAfter(reading.place()) && recent.coveredFrom() <= reader.storedBelow();
            return noneStored || reading.place().value() + 1 >= oldest().value();
        }

        /** Whether {@code known} and the tail have every message after the place. */
        boolean isContinued(StoredUnread known) {
            return known != null
                    && known.place().equals(reading.place())
                    && !oldest().isAfter(known.next())
                    && known.revoked().containsAll(revoked)
                    // An edit that the tail has forgotten since is in the database, but its message was left out.
                    && known.edited().equals(edited);
        }

        /** Also if the tail has forgotten what the reader's row does not have. */
        private boolean mayHaveSentAfter() {
            return reading.mayHaveSentAfter() || recent.coveredFrom() > reader.storedBelow();
        }

        UnreadQuestion forDatabase() {
            return new UnreadQuestion(
                    reader.user(),
                    reader.conversation(),
                    partition,
                    reading.place(),
                    entered,
                    mayHaveSentAfter(),
                    revoked,
                    edited);
        }

        /** @param before what the tail does not have, or null if there is nothing */
        Counted counted(StoredUnread before) {
            var logged = entered == null ? NOTHING : entered;
            var first = before == null
                    ? new StoredUnread(reading.place(), NOTHING, UnreadCount.NONE, Set.of(), Set.of(), logged)
                    : before;
            var joined = logged.isAfter(first.entered()) ? logged : first.entered();
            var count = RecentCount.of(
                    recent.items(),
                    reader.user(),
                    joined,
                    first,
                    pos -> tail.isRevoked(partition, reader.conversation(), pos));
            var end = Position.at(log.identity().epoch(), recent.position());
            var all = new StoredUnread(reading.place(), end, count, revoked, Set.of(), joined);
            return new Counted(reading, count, all, recent.items());
        }
    }

    /**
     * @return in the order of the readers
     * @throws DatabaseUnavailable if the database is needed and does not answer
     */
    public List<Counted> count(List<Reader> readers) {
        var counted = new Counted[readers.size()];
        var answers = new StoredUnread[readers.size()];
        for (int asked = 0; ; asked++) {
            var open = new ArrayList<Integer>();
            var questions = new ArrayList<UnreadQuestion>();
            for (int i = 0; i < counted.length; i++) {
                if (counted[i] != null) continue;
                var question = new Question(readers.get(i));
                if (question.isInTail()) counted[i] = question.counted(null);
                else if (question.isContinued(answers[i]) || asked == MAX_QUESTIONS)
                    counted[i] = question.counted(answers[i]);
                else {
                    open.add(i);
                    questions.add(question.forDatabase());
                }
            }
            if (open.isEmpty()) return Arrays.asList(counted);
            var found = database.quick(() -> stored.count(questions));
            for (int i = 0; i < found.size(); i++) answers[open.get(i)] = found.get(i);
        }
    }

    /**
     * The count without the database, as far as this node knows.
     *
     * @param known an earlier count, or null
     */
    public Counted known(Reader reader, StoredUnread known) {
        var question = new Question(reader);
        boolean isUsable = known != null && known.place().equals(question.reading.place());
        return question.counted(isUsable && !question.isInTail() ? known : null);
    }

    /** Includes receipts and records of the reader's own that the database may not have. */
    private ReadPlace reading(Reader reader, List<TailItem> items) {
        var reading = receipts.over(reader.conversation(), reader.user(), reader.reading());
        for (int i = items.size() - 1; i >= 0; i--) {
            if (isOwn(items.get(i), reader)) return reading.sent(items.get(i).pos());
        }
        return reading;
    }

    private static boolean isOwn(TailItem item, Reader reader) {
        return switch (item) {
            case TailItem.Message(var message, var prev) -> message.sender().equals(reader.user());
            case TailItem.Event event -> isJoining(event, reader);
        };
    }

    private static boolean isJoining(TailItem.Event item, Reader reader) {
        return item.event().detail() instanceof EventDetail.MemberChanged change
                && change.user().equals(reader.user())
                && change.role() != null
                && change.version() == reader.reading().joined();
    }

    /** The record with which the reader joined, or nothing if it is not among the items. */
    private static Position joined(Reader reader, List<TailItem> items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof TailItem.Event event && isJoining(event, reader)) return event.pos();
        }
        return NOTHING;
    }
}
