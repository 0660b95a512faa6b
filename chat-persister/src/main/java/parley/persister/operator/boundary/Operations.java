package parley.persister.operator.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.command.boundary.OperatorCommandQueue;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.supervision.LogThrottle;
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogIdentity;
import parley.persister.deadletter.control.DeadLetterReader;
import parley.persister.ingest.boundary.Workers;
import parley.persister.ingest.control.CoalescingTask;
import parley.persister.ingest.control.FailureReason;
import parley.persister.operator.control.DeadLetterReplay;
import parley.persister.operator.entity.CommandResult;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.RepairResult;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;

/** Takes the commands of operators, and carries each out on a thread of its own, a few at once. */
@ApplicationScoped
public class Operations {

    private static final System.Logger LOG = System.getLogger(Operations.class.getName());

    private static final int MOST_AT_ONCE = 3;
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

    @Inject
    OperatorCommandQueue commands;

    @Inject
    BatchStore store;

    @Inject
    LogSettings log;

    @Inject
    Workers workers;

    @Inject
    InstantSource time;

    private CoalescingTask task;
    private final AtomicInteger running = new AtomicInteger();
    private volatile LogIdentity identity;
    private volatile LogConfirmation confirmation;

    @PostConstruct
    void prepare() {
        task = new CoalescingTask(workers, workers::after, this::next);
    }

    /** Called before anything is carried out. */
    public void open(LogIdentity opened, LogConfirmation of) {
        confirmation = of;
        identity = opened;
    }

    /** Looks whether there is something to do; while log and database are as they should be. */
    public void wake() {
        task.now();
    }

    private Duration next() {
        if (running.get() == MOST_AT_ONCE) return null;
        var taken = commands.take(time.instant());
        if (taken.isEmpty()) return null;
        running.incrementAndGet();
        workers.execute(() -> {
            try {
                carryOut(taken.get());
            } finally {
                running.decrementAndGet();
                task.now();
            }
        });
        return Duration.ZERO;
    }

    private void carryOut(CommandStatus asked) {
        LOG.log(System.Logger.Level.INFO, "Command {0} of {1}: {2}", asked.id(), asked.by(), asked.command());
        CommandResult result;
        try {
            confirmation.require(Duration.ZERO);
            result = switch (asked.command()) {
                case Command.Replay replay ->
                    new DeadLetterReplay(this::store, progress(asked)).run(new DeadLetterReader(log)::each);
                case Command.Repair(int partition) -> repair(partition, asked.by());
            };
        } catch (RuntimeException | Error failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Command " + asked.id() + " failed; it can be asked for again.",
                    failed);
            result =
                    new CommandResult(false, "It failed and can be asked for again: " + FailureReason.of(failed) + ".");
        }
        LOG.log(System.Logger.Level.INFO, "Command {0}: {1}", asked.id(), result.sentence());
        commands.end(asked.id(), result.done(), result.sentence(), time.instant());
    }

    private ReplayResult store(ConsumerRecord<String, String> letter) {
        confirmation.require(CONFIRMED_WITHIN);
        if (letter.partition() >= identity.partitions()) {
            throw new UnstorableRecord(letter.offset(), "the log has no partition " + letter.partition(), null);
        }
        return store.replay(letter, identity);
    }

    /** Kept with the command: an operator sees the progress, and no other persister takes it for abandoned. */
    private Consumer<String> progress(CommandStatus asked) {
        var throttle = new LogThrottle(BETWEEN_NOTES, System::nanoTime);
        return sentence -> {
            if (throttle.count().isPresent()) commands.recordProgress(asked.id(), sentence, time.instant());
        };
    }

    private CommandResult repair(int partition, String by) {
        long begins = new RangeReader(log).beginning(partition);
        return switch (store.giveUpTo(partition, begins, identity, by, time.instant())) {
            case RepairResult.GaveUp(long from, long to) -> {
                LOG.log(System.Logger.Level.WARNING, "Partition {0} gives up {1} to {2}.", partition, from, to - 1);
                yield new CommandResult(
                        true,
                        "Partition %d goes on at %d; %d records, from %d on, are given up."
                                .formatted(partition, to, to - from, from));
            }
            case RepairResult.Refused(String why) -> new CommandResult(false, "Refused: " + why + ".");
        };
    }
}
