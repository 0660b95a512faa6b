package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.boundary.Messages;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.rule.EntryKey;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.StoredFeed;
import parley.web.membership.Members;
import parley.web.node.ChatLog;
import parley.web.node.Leaving;
import parley.web.node.LogClock;
import parley.web.node.LogGuard;
import parley.web.node.NodeSettings;
import parley.web.platform.database.Database;
import parley.web.platform.database.DatabaseUnavailable;

/** Decides whether what somebody sends becomes a record of the log. */
@ApplicationScoped
public class Intake {

    /** How far a client's clock may be ahead, and how much older than the index a cid must not be. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    @Inject
    Members members;

    @Inject
    LogClock clock;

    @Inject
    ChatLog log;

    @Inject
    LogGuard guard;

    @Inject
    Leaving leaving;

    @Inject
    Tail tail;

    @Inject
    TailReader reader;

    @Inject
    StoredFeed stored;

    @Inject
    Database database;

    @Inject
    Messages messages;

    @Inject
    Pending pending;

    @Inject
    Pump pump;

    @Inject
    Targets targets;

    @Inject
    Sends sends;

    @Inject
    NodeSettings settings;

    /** {@code sender} is told what became of it, from here or from the tail's thread. */
    public void send(LogEntry entry, Waiter sender) {
        var waiter = sends.counted(sender);
        try {
            members.require(entry.conversation(), entry.actor());
            admit(entry, waiter);
        } catch (Refused why) {
            waiter.refused(why);
        }
    }

    private void admit(LogEntry entry, Waiter waiter) {
        var now = clock.instant();
        if (entry.cid().time().isAfter(now.plus(CLOCK_SLACK))) {
            throw Refused.clock(now);
        }
        requireReady(tail.partition(entry.conversation()));
        var key = EntryKey.of(entry);
        if (!pending.join(key, waiter)) return;
        forward(entry, key, now, () -> targets.require(entry));
    }

    /** Sends what this node itself has to say, such as changes of membership; who waits has joined {@link Pending}. */
    public void forward(LogEntry entry, EntryKey key) {
        forward(entry, key, clock.instant(), () -> {});
    }

    private void forward(LogEntry entry, EntryKey key, Instant now, Runnable check) {
        try {
            var first = first(key);
            if (first == null) {
                check.run();
                var record = LogRecords.write(entry, log.identity(), now, log.origin());
                pump.offer(record, now, why -> pending.refused(key, why));
            } else {
                pending.accepted(key, first, null, true);
            }
        } catch (Refused why) {
            pending.refused(key, why);
        }
    }

    /** Where the first of this key stands, or null where it is new. */
    private Accepted first(EntryKey key) {
        var recent = tail.find(key);
        if (recent != null) return recent;
        int partition = tail.partition(key.conversation());
        if (!key.cid().time().isBefore(reader.indexStart().plus(CLOCK_SLACK))) return null;
        if (tail.indexCoveredFrom(partition)
                > stored.nextOffset(partition, log.identity().epoch())) {
            throw new Refused(Refusal.UNAVAILABLE, "The archive lags too far to recognise a send this old.");
        }
        try {
            return database.quick(() -> messages.accepted(key.conversation(), key.actor(), key.cid()))
                    .orElse(null);
        } catch (DatabaseUnavailable down) {
            throw Refused.unavailable("The archive that recognises a send this old cannot be reached.", down);
        }
    }

    private void requireReady(int partition) {
        leaving.refuse();
        guard.require();
        if (!reader.isIndexWhole() || !reader.isRecent(partition)) {
            throw new Refused(Refusal.UNAVAILABLE, "This node is not at the end of the log.");
        }
        if (tail.indexSize() >= settings.indexMost()) {
            throw new Refused(Refusal.UNAVAILABLE, "This node's memory of what was sent is full.");
        }
    }
}
