package parley.persister.ingest.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import parley.log.codec.ReadReceipt;
import parley.log.record.UnreadableRecord;
import parley.log.supervision.Backoff;
import parley.log.supervision.LogThrottle;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.entity.Member;
import parley.persister.store.entity.MemberChange;

/**
 * Collects receipts, combines those of each member in their order, and stores the results. It does not wait for the
 * messages that were read: a place may be ahead of what is stored.
 */
public final class ReceiptQueue {

    private static final System.Logger LOG = System.getLogger(ReceiptQueue.class.getName());
    private static final int BATCH_MEMBERS = 500;

    private record Collected(MemberChange change, List<ChannelRecord> from) {}

    private final Duration collectTime;
    private final Consumer<Collection<MemberChange>> store;
    private final Consumer<List<ChannelRecord>> acknowledger;
    private final Backoff backoff;
    private final CoalescingTask task;
    private Map<Member, Collected> collected = new LinkedHashMap<>();
    private final LogThrottle unreadable = new LogThrottle(Duration.ofMinutes(1), System::nanoTime);
    private int failures;

    /** @param store stores changes, at most one per member */
    public ReceiptQueue(
            Duration collectTime,
            Consumer<Collection<MemberChange>> store,
            Consumer<List<ChannelRecord>> acknowledger,
            Backoff backoff,
            Executor workers,
            Scheduler later) {
        this.collectTime = collectTime;
        this.store = store;
        this.acknowledger = acknowledger;
        this.backoff = backoff;
        this.task = new CoalescingTask(workers, later, this::storeCollected);
    }

    public void add(ChannelRecord record) {
        MemberChange change;
        try {
            var receipt = ReadReceipt.read(record.record());
            change = new MemberChange(
                    Member.of(receipt.conversation(), receipt.user()),
                    receipt.change(ReadReceipt.order(record.record())));
        } catch (UnreadableRecord wrong) {
            drop(record);
            return;
        }
        boolean full;
        synchronized (this) {
            keep(new Collected(change, new ArrayList<>(List.of(record))));
            full = collected.size() == BATCH_MEMBERS && failures == 0;
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
        collected.merge(one.change().member(), one, (a, b) -> {
            a.from().addAll(b.from());
            return new Collected(a.change().and(b.change()), a.from());
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
            store.accept(batch.stream().map(Collected::change).toList());
            succeeded();
            acknowledger.accept(
                    batch.stream().flatMap(one -> one.from().stream()).toList());
            return null;
        } catch (RuntimeException failed) {
            putBack(batch);
            LOG.log(System.Logger.Level.WARNING, "Could not store receipts; retrying: {0}", FailureReason.of(failed));
            return backoff.after(failures);
        }
    }

    private synchronized void succeeded() {
        failures = 0;
    }

    private synchronized void putBack(List<Collected> some) {
        failures++;
        some.forEach(this::keep);
    }
}
