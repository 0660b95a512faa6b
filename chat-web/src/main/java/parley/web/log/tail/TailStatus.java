package parley.web.log.tail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import parley.domain.refusal.Refused;
import parley.log.topic.AnotherLog;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.platform.clock.LogClock;
import parley.web.platform.runtime.ScheduledTask;

/** Whether this node has read the log to its end, and how far back its index is complete. */
@ApplicationScoped
public class TailStatus {

    private static final Duration RECENT = Duration.ofSeconds(15);

    @Inject
    LogTail tail;

    @Inject
    EndOffsets ends;

    @Inject
    LogIdentityCheck identityCheck;

    @Inject
    LogClock clock;

    @Inject
    NodeSettings settings;

    private final TruncationDetector truncation = new TruncationDetector();
    private volatile Instant indexStart;
    private volatile boolean lost;

    /** Called before the first record is read, at log time {@code now}. */
    void begin(Instant now) {
        indexStart = now.minus(Duration.ofMinutes(settings.indexMinutes()));
    }

    /** The log does not have the next record. Only a restart helps, unless it is another log. */
    void markLost() {
        identityCheck.look();
        lost = true;
    }

    /** @throws AnotherLog if the topic was replaced while this node runs */
    void requireSameLog() {
        if (identityCheck.isAnother()) throw new AnotherLog(identityCheck.fault(), null);
    }

    @Produces
    ScheduledTask endRequests() {
        return ScheduledTask.quick("log end", Duration.ofSeconds(1), this::requestEnds);
    }

    /** Requests the end of each partition, which {@link #isRecent} compares with what was read. */
    void requestEnds() {
        var progress = tail.progress();
        if (progress == null) return;
        var read = IntStream.range(0, progress.partitions())
                .mapToLong(progress::position)
                .toArray();
        ends.now().thenAccept(now -> {
            for (int p = 0; p < progress.partitions(); p++)
                progress.recordEnd(p, now.byPartition()[p], now.askedNanos());
            truncation
                    .detect(read, now.byPartition())
                    .ifPresent(p -> identityCheck.shrank(p, now.byPartition()[p], read[p]));
        });
    }

    /** Whether the tail was at the end of that partition within the last 15 s; otherwise nothing is admitted. */
    public boolean isRecent(int partition) {
        return wasAtEndWithin(partition, RECENT);
    }

    /** Whether every record that was in the partition {@code time} ago has been read. */
    public boolean wasAtEndWithin(int partition, Duration time) {
        var progress = tail.progress();
        return progress != null && !lost && progress.wasAtEndWithin(partition, time);
    }

    public boolean isRecent() {
        var progress = tail.progress();
        return progress != null && IntStream.range(0, progress.partitions()).allMatch(this::isRecent);
    }

    /** @throws Refused {@code unavailable} if the broker does not answer: a record sent now might arrive too late */
    public void requireRecent() {
        identityCheck.require();
        if (!isRecent()) throw Refused.unavailable("The log cannot be reached.", null);
    }

    /** False if only a restart of the node helps, because it then reads from the beginning of the log. */
    public boolean isAlive() {
        return !lost || fault() != null;
    }

    /** Why this is not the log that the database knows, or null. */
    public String fault() {
        return identityCheck.fault();
    }

    /**
     * Until the end was reached once, the tail takes records that are old: they are no news to anyone, some who receive news
     * now may not read them, and later ones change or revoke them.
     *
     * @throws Refused {@code unavailable} until then
     */
    public void requireComplete() {
        if (!isIndexComplete()) throw Refused.unavailable("This server is still reading the log.", null);
    }

    /** Whether everything that the index must contain has been read. */
    public boolean isIndexComplete() {
        var progress = tail.progress();
        return progress != null && progress.everAtEnd();
    }

    /** The index alone recognizes repeats of what was sent after this. */
    public Instant indexStart() {
        var sliding = clock.instant().minus(Duration.ofMinutes(settings.indexMinutes()));
        return sliding.isAfter(indexStart) ? sliding : indexStart;
    }
}
