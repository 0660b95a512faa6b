package parley.web.ops.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import parley.domain.ledger.boundary.LedgerQueries;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.log.boundary.LogPositions;
import parley.domain.log.entity.LogGap;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.topic.LogIdentity;
import parley.web.log.connection.LogConnection;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;

/** Creates a ledger from live data. */
@ApplicationScoped
public class Ledger {

    /** The maximum number of records; larger ranges are refused. */
    private static final long MOST = 2_000_000;

    private static final int SOME = 10_000;
    private static final long MOST_BEYOND = 1_000;

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    DatabaseGateway database;

    @Inject
    LogPositions positions;

    @Inject
    LedgerQueries rows;

    private final Semaphore one = new Semaphore(1);

    /**
     * @param partition null for all
     * @throws Refused if the range is too large, another ledger is being created, or log or database do not answer
     */
    public LedgerResponse of(LedgerRange range, Integer partition) {
        var identity = log.identity();
        if (partition != null && (partition < 0 || partition >= identity.partitions())) {
            throw Refused.invalid(Map.of("partition", "partition: 0 to " + (identity.partitions() - 1)));
        }
        var partitions = partition == null
                ? IntStream.range(0, identity.partitions()).boxed().toList()
                : List.of(partition);
        if (!one.tryAcquire()) {
            throw Refused.retryLater(
                    Refusal.UNAVAILABLE, "This node is creating another ledger.", Duration.ofSeconds(5));
        }
        try (var scan = new LedgerLogReader(log.reader("parley-ledger"))) {
            return LedgerResponse.of(range, clock.instant(), identity, reconcile(scan, identity, range, partitions));
        } catch (LedgerRangeTooLarge tooWide) {
            throw tooMuch(tooWide.records());
        } catch (KafkaException unreachable) {
            throw Refused.unavailable("The log cannot be read now.", unreachable);
        } finally {
            one.release();
        }
    }

    private List<Reconciliation.Result> reconcile(
            LedgerLogReader scan, LogIdentity identity, LedgerRange range, List<Integer> partitions) {
        long size = scan.bounds(partitions, range.from(), range.to()).values().stream()
                .mapToLong(b -> b.to() - b.from())
                .sum();
        if (size > MOST) throw tooMuch(size);
        // The order matters: notes are about records that are already in the log, and rows below next_offset are
        // already there.
        var notes = scan.notes(partitions, identity.epoch(), range.from(), range.to(), 2 * MOST);
        var before = next(identity);
        var bounds = scan.bounds(partitions, range.from(), range.to());
        // Between the two queries, the persister may have stored more and the log may have been trimmed.
        boolean moved = partitions.stream().anyMatch(p -> bounds.get(p).begins() > before[p]);
        var next = moved ? next(identity) : before;
        var results = new ArrayList<Reconciliation.Result>();
        for (int p : partitions) {
            var b = bounds.get(p);
            var span = new PartitionSpan(p, identity.epoch(), b.begins(), b.ends(), next[p], b.from(), b.to());
            results.add(reconcile(scan, span, notes.get(p), range));
        }
        return results;
    }

    private Reconciliation.Result reconcile(
            LedgerLogReader scan, PartitionSpan span, AcknowledgedOffsets noted, LedgerRange range) {
        var reconciliation = new Reconciliation(span, noted, range.firstMinute());
        int partition = span.partition();
        int epoch = span.epoch();
        var trimmed = reconciliation.trimmedOffsets();
        long oldest = trimmed.length == 0 ? span.from() : Math.min(trimmed[0], span.from());
        List<LogGap> gaps =
                database.manyRows(() -> rows.gaps(partition, epoch, oldest, span.to(), range.from(), range.to()));
        for (int i = 0, end; i < trimmed.length; i = end) {
            end = i + 1;
            while (end < trimmed.length && trimmed[end] - trimmed[i] < SOME) end++;
            var some = Arrays.copyOfRange(trimmed, i, end);
            reconciliation.addTrimmed(some, accounts(partition, epoch, some[0], some[some.length - 1] + 1), gaps);
        }
        scan.read(
                partition,
                span.from(),
                span.to(),
                (from, to, items) -> reconciliation.addWindow(from, to, items, accounts(partition, epoch, from, to)));
        if (span.reachesEnd()) addRowsBeyondEnd(scan, span, reconciliation);
        return reconciliation.result(gaps);
    }

    /** Log and rows grow meanwhile. Only rows beyond the end of the log, read after the rows, are a discrepancy. */
    private void addRowsBeyondEnd(LedgerLogReader scan, PartitionSpan span, Reconciliation reconciliation) {
        long last = database.manyRows(() -> rows.last(span.partition(), span.epoch()));
        if (last < span.ends()) return;
        long end = scan.end(span.partition());
        if (last < end) return;
        long until = Math.min(last + 1, end + MOST_BEYOND);
        reconciliation.addBeyondEnd(accounts(span.partition(), span.epoch(), end, until));
    }

    private List<LogOutcome> accounts(int partition, int epoch, long from, long to) {
        return database.manyRows(() -> rows.accounts(partition, epoch, from, to));
    }

    /** The stored {@code next_offset} of this log by partition. */
    private long[] next(LogIdentity identity) {
        var next = new long[identity.partitions()];
        for (var stored : database.needed(() -> positions.all())) {
            if (stored.epoch() != identity.epoch() || stored.partition() >= next.length) continue;
            if (!stored.topicId().equals(identity.topicId())) {
                throw new Refused(Refusal.CONFLICT, "The database belongs to another log; see /health/ready.");
            }
            next[stored.partition()] = stored.nextOffset();
        }
        return next;
    }

    private static Refused tooMuch(long records) {
        return Refused.invalid(Map.of(
                "from",
                "from: the range holds %,d records and more, and a ledger takes %,d: narrow it, or name a partition"
                        .formatted(records, MOST)));
    }
}
