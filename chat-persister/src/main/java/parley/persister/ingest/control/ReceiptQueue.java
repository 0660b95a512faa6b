package parley.persister.ingest.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import parley.log.codec.ReadReceipt;
import parley.log.record.UnreadableRecord;
import parley.log.supervision.Backoff;
import parley.log.supervision.LogThrottle;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.ReadMark;

/**
 * Gathers receipts, the greatest of each member, and has them stored. One that names what is not stored yet waits for
 * it; after a quarter of an hour it is stored as it is, for its partition must have stopped.
 */
public final class ReceiptQueue {

    private static final System.Logger LOG = System.getLogger(ReceiptQueue.class.getName());
    private static final int MOST_AT_ONCE = 500;
    private static final Duration FOR_OTHERS_TO_BE_STORED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Stores what can be stored. */
    public interface Storing {

        /**
         * @param evenAhead of these also what names places that are not stored yet
         * @return those that have to wait
         */
        Set<ReadMark> store(Collection<ReadMark> marks, Set<ReadMark> evenAhead);
    }

    private record Member(long conversation, long user) {}

    private record Gathered(ReadMark mark, Instant since, List<ChannelRecord> from) {}

    private final Duration gathering;
    private final Storing storing;
    private final Consumer<List<ChannelRecord>> done;
    private final InstantSource time;
    private final Backoff backoff;
    private final CoalescingTask task;
    private Map<Member, Gathered> gathered = new LinkedHashMap<>();
    private final LogThrottle unreadable = new LogThrottle(Duration.ofMinutes(1), System::nanoTime);
    private int failures;

    public ReceiptQueue(
            Duration gathering,
            Storing storing,
            Consumer<List<ChannelRecord>> done,
            InstantSource time,
            Backoff backoff,
            Executor workers,
            Scheduler later) {
        this.gathering = gathering;
        this.storing = storing;
        this.done = done;
        this.time = time;
        this.backoff = backoff;
        this.task = new CoalescingTask(workers, later, this::storeGathered);
    }

    public void add(ChannelRecord arrived) {
        ReadMark mark;
        try {
            var receipt = ReadReceipt.read(arrived.record());
            mark = ReadMark.of(receipt.conversation(), receipt.user(), receipt.pos());
        } catch (UnreadableRecord wrong) {
            drop(arrived);
            return;
        }
        boolean full;
        synchronized (this) {
            keep(new Gathered(mark, time.instant(), new ArrayList<>(List.of(arrived))));
            full = gathered.size() == MOST_AT_ONCE && failures == 0;
        }
        if (full) task.now();
        else task.within(gathering);
    }

    private void drop(ChannelRecord arrived) {
        unreadable
                .count()
                .ifPresent(count -> LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} receipts cannot be read and are dropped, the last of them {1}/{2}.",
                        count,
                        arrived.partition(),
                        arrived.offset()));
        done.accept(List.of(arrived));
    }

    private void keep(Gathered one) {
        gathered.merge(new Member(one.mark().conversation(), one.mark().user()), one, (a, b) -> {
            a.from().addAll(b.from());
            var greater = b.mark().pos() > a.mark().pos() ? b : a;
            return new Gathered(greater.mark(), greater.since(), a.from());
        });
    }

    private Duration storeGathered() {
        List<Gathered> batch;
        synchronized (this) {
            batch = List.copyOf(gathered.values());
            gathered = new LinkedHashMap<>();
        }
        if (batch.isEmpty()) return null;
        try {
            var waiting = storing.store(batch.stream().map(Gathered::mark).toList(), overdue(batch));
            var stored =
                    batch.stream().filter(one -> !waiting.contains(one.mark())).toList();
            putBack(batch.stream().filter(one -> waiting.contains(one.mark())).toList(), 0);
            done.accept(stored.stream().flatMap(one -> one.from().stream()).toList());
            return waiting.isEmpty() ? null : FOR_OTHERS_TO_BE_STORED;
        } catch (RuntimeException failed) {
            putBack(batch, failures + 1);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Receipts could not be stored, they are tried again: {0}",
                    FailureReason.of(failed));
            return backoff.after(failures);
        }
    }

    private Set<ReadMark> overdue(List<Gathered> batch) {
        var limit = time.instant().minus(PATIENCE);
        return batch.stream()
                .filter(one -> one.since().isBefore(limit))
                .map(Gathered::mark)
                .collect(java.util.stream.Collectors.toSet());
    }

    private synchronized void putBack(List<Gathered> some, int failuresNow) {
        failures = failuresNow;
        some.forEach(this::keep);
    }
}
