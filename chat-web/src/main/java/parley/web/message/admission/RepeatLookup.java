package parley.web.message.admission;

import java.time.Duration;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.StoredOffsets;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** Finds the first record of a key: in the index if the cid is recent, otherwise in the index and the database. */
final class RepeatLookup {

    /** The maximum error of a client's clock. */
    static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private final LogConnection log;
    private final LogTail tail;
    private final TailStatus tailStatus;
    private final StoredOffsets stored;
    private final DatabaseGateway database;
    private final MessageQueries messages;

    RepeatLookup(
            LogConnection log,
            LogTail tail,
            TailStatus tailStatus,
            StoredOffsets stored,
            DatabaseGateway database,
            MessageQueries messages) {
        this.log = log;
        this.tail = tail;
        this.tailStatus = tailStatus;
        this.stored = stored;
        this.database = database;
        this.messages = messages;
    }

    /**
     * Null if the key is new.
     *
     * @throws Refused {@code unavailable} if that cannot be determined now
     */
    AppendResult first(int partition, EntryKey key) {
        var recent = tail.find(partition, key);
        if (recent != null) return recent;
        if (!key.cid().time().isBefore(tailStatus.indexStart().plus(CLOCK_SLACK))) return null;
        // A record that is neither stored nor indexed would not be found.
        if (tail.indexCoveredFrom(partition)
                > stored.nextOffset(partition, log.identity().epoch())) {
            throw new Refused(Refusal.UNAVAILABLE, "The database lags too far behind to recognize a send this old.");
        }
        try {
            return database.quick(() -> messages.findAccepted(key.conversation(), key.actor(), key.cid()))
                    .orElse(null);
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("The database that recognizes a send this old cannot be reached.", down);
        }
    }
}
