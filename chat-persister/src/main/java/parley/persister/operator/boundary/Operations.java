package parley.persister.operator.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import parley.domain.command.boundary.OperatorCommandQueue;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.supervision.LogThrottle;
import parley.log.topic.LogIdentityMonitor;
import parley.log.topic.Topics;
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

/** Executes operator commands, each on its own thread, a few concurrently. */
@ApplicationScoped
public class Operations {

    private static final System.Logger LOG = System.getLogger(Operations.class.getName());

    private static final int MAX_RUNNING = 3;
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);
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
    private volatile LogIdentityMonitor monitor;

    @PostConstruct
    void prepare() {
        task = new CoalescingTask(workers, workers::after, this::next);
    }

    /** Must be called before any command is executed. */
    public void open(LogIdentityMonitor identityMonitor) {
        monitor = identityMonitor;
    }

    /** Checks for commands; called only while log and database are valid. */
    public void wake() {
        task.now();
    }

    private Duration next() {
        if (running.get() == MAX_RUNNING) return null;
        var taken = commands.take(time.instant());
        if (taken.isEmpty()) return null;
        running.incrementAndGet();
        workers.execute(() -> {
            try {
                execute(taken.get());
            } finally {
                running.decrementAndGet();
                task.now();
            }
        });
        return Duration.ZERO;
    }

    private void execute(CommandStatus asked) {
        LOG.log(System.Logger.Level.INFO, "Command {0} of {1}: {2}", asked.id(), asked.by(), asked.command());
        CommandResult result;
        try {
            monitor.require(Duration.ZERO);
            result = switch (asked.command()) {
                case Command.Replay replay ->
                    new DeadLetterReplay(this::store, progress(asked)).run(new DeadLetterReader(log)::each);
                case Command.Repair(int partition) -> repair(partition, asked.by());
            };
        } catch (RuntimeException | Error failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Command " + asked.id() + " failed; it can be requested again.",
                    failed);
            result =
                    new CommandResult(false, "It failed and can be requested again: " + FailureReason.of(failed) + ".");
        }
        LOG.log(System.Logger.Level.INFO, "Command {0}: {1}", asked.id(), result.sentence());
        commands.end(asked.id(), result.done(), result.sentence(), time.instant());
    }

    private ReplayResult store(ConsumerRecord<String, String> letter) {
        monitor.require(CONFIRMED_WITHIN);
        if (letter.partition() >= monitor.log().partitions()) {
            throw new UnstorableRecord(letter.offset(), "the log has no partition " + letter.partition(), null);
        }
        return store.replay(letter, monitor.log());
    }

    /** Saved with the command: operators see the progress, and other persisters do not consider it abandoned. */
    private Consumer<String> progress(CommandStatus asked) {
        var throttle = new LogThrottle(REPORT_INTERVAL, System::nanoTime);
        return sentence -> {
            if (throttle.count().isPresent()) commands.recordProgress(asked.id(), sentence, time.instant());
        };
    }

    private CommandResult repair(int partition, String by) {
        return switch (store.giveUpTo(partition, beginning(partition), monitor.log(), by, time.instant())) {
            case RepairResult.GaveUp(long from, long to) -> {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Partition {0}: gave up records {1} to {2}.",
                        partition,
                        from,
                        to - 1);
                yield new CommandResult(
                        true,
                        "Partition %d continues at %d; gave up %d records from %d on."
                                .formatted(partition, to, to - from, from));
            }
            case RepairResult.Refused(String why) -> new CommandResult(false, "Refused: " + why + ".");
        };
    }

    private long beginning(int partition) {
        try (var reader = RangeReader.open(log.reader("parley-range"))) {
            return reader.beginning(new TopicPartition(Topics.MESSAGES, partition));
        }
    }
}
