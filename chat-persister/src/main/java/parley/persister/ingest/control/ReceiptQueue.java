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
import java.util.stream.Collectors;
import parley.log.codec.ReadReceipt;
import parley.log.record.UnreadableRecord;
import parley.log.supervision.Backoff;
import parley.log.supervision.LogThrottle;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.ReadMark;

/**
 * Collects receipts, keeps the greatest of each member, and stores them. A receipt for a message that is not stored yet
 * waits for it; after 15 minutes it is stored anyway, because its partition must have stopped.
 */
public final class ReceiptQueue {

    private static final System.Logger LOG = System.getLogger(ReceiptQueue.class.getName());
    private static final int BATCH_RECEIPTS = 500;
    private static final Duration RETRY_WAITING = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);

    /** Stores receipts. */
    public interface Store {

        /**
         * @param evenAhead marks to store even if their messages are not stored yet
         * @return marks that must wait
         */
        Set<ReadMark> store(Collection<ReadMark> marks, Set<ReadMark> evenAhead);
    }

    private record Member(long conversation, long user) {}

    private record Collected(ReadMark mark, Instant since, List<ChannelRecord> from) {}

    private final Duration collectTime;
    private final Store store;
    private final Consumer<List<ChannelRecord>> acknowledger;
    private final InstantSource time;
    private final Backoff backoff;
    private final CoalescingTask task;
    private Map<Member, Collected> collected = new LinkedHashMap<>();
    private final LogThrottle unreadable = new LogThrottle(Duration.ofMinutes(1), System::nanoTime);
    private int failures;

    public ReceiptQueue(
            Duration collectTime,
            Store store,
            Consumer<List<ChannelRecord>> acknowledger,
            InstantSource time,
            Backoff backoff,
            Executor workers,
            Scheduler later) {
        this.collectTime = collectTime;
        this.store = store;
        this.acknowledger = acknowledger;
        this.time = time;
        this.backoff = backoff;
        this.task = new CoalescingTask(workers, later, this::storeCollected);
    }

    public void add(ChannelRecord record) {
        ReadMark mark;
        try {
            var receipt = ReadReceipt.read(record.record());
            mark = ReadMark.of(receipt.conversation(), receipt.user(), receipt.pos());
        } catch (UnreadableRecord wrong) {
            drop(record);
            return;
        }
        boolean full;
        synchronized (this) {
            keep(new Collected(mark, time.instant(), new ArrayList<>(List.of(record))));
            full = collected.size() == BATCH_RECEIPTS && failures == 0;
        }
        if (full) task.now();
        else task.within(collectTime);
    }

    private void drop(ChannelRecord record) {
        unreadable
                .count()
                .ifPresent(count -> LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} receipts are unreadable and dropped, most recently {1}/{2}.",
                        count,
                        record.partition(),
                        record.offset()));
        acknowledger.accept(List.of(record));
    }

    private void keep(Collected one) {
        collected.merge(new Member(one.mark().conversation(), one.mark().user()), one, (a, b) -> {
            a.from().addAll(b.from());
            var greater = b.mark().pos() > a.mark().pos() ? b : a;
            return new Collected(greater.mark(), greater.since(), a.from());
        });
    }

    private Duration storeCollected() {
        List<Collected> batch;
        synchronized (this) {
            batch = List.copyOf(collected.values());
            collected = new LinkedHashMap<>();
        }
        if (batch.isEmpty()) return null;
        try {
            var waiting = store.store(batch.stream().map(Collected::mark).toList(), overdue(batch));
            var stored =
                    batch.stream().filter(one -> !waiting.contains(one.mark())).toList();
            putBack(batch.stream().filter(one -> waiting.contains(one.mark())).toList(), 0);
            acknowledger.accept(
                    stored.stream().flatMap(one -> one.from().stream()).toList());
            return waiting.isEmpty() ? null : RETRY_WAITING;
        } catch (RuntimeException failed) {
            putBack(batch, failures + 1);
            LOG.log(System.Logger.Level.WARNING, "Could not store receipts; retrying: {0}", FailureReason.of(failed));
            return backoff.after(failures);
        }
    }

    private Set<ReadMark> overdue(List<Collected> batch) {
        var limit = time.instant().minus(MAX_WAIT);
        return batch.stream()
                .filter(one -> one.since().isBefore(limit))
                .map(Collected::mark)
                .collect(Collectors.toSet());
    }

    private synchronized void putBack(List<Collected> some, int failuresNow) {
        failures = failuresNow;
        some.forEach(this::keep);
    }
}
