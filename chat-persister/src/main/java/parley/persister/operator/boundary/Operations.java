package parley.persister.operator.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import parley.domain.command.boundary.OperatorCommands;
import parley.domain.command.entity.Asked;
import parley.domain.command.entity.Command;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.topic.LogIdentity;
import parley.persister.deadletter.control.Letters;
import parley.persister.ingest.boundary.Workers;
import parley.persister.ingest.control.Pulse;
import parley.persister.ingest.control.Reason;
import parley.persister.operator.control.Replay;
import parley.persister.operator.entity.Result;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.Repaired;

/** Takes the commands of operators and carries them out, one after the other. */
@ApplicationScoped
public class Operations {

    private static final System.Logger LOG = System.getLogger(Operations.class.getName());

    @Inject
    OperatorCommands commands;

    @Inject
    BatchStore store;

    @Inject
    LogSettings log;

    @Inject
    Workers workers;

    @Inject
    InstantSource time;

    private Pulse pulse;
    private volatile LogIdentity identity;

    @PostConstruct
    void prepare() {
        pulse = new Pulse(workers, workers::after, this::next);
    }

    /** Called before anything is carried out. */
    public void open(LogIdentity opened) {
        identity = opened;
    }

    /** Looks whether there is something to do; while log and database are as they should be. */
    public void wake() {
        pulse.now();
    }

    private Duration next() {
        var taken = commands.take(time.instant());
        taken.ifPresent(this::carryOut);
        return taken.isPresent() ? Duration.ZERO : null;
    }

    private void carryOut(Asked asked) {
        LOG.log(System.Logger.Level.INFO, "Command {0} of {1}: {2}", asked.id(), asked.by(), asked.command());
        Result result;
        try {
            result = switch (asked.command()) {
                case Command.Replay replay -> new Replay(letter -> store.replay(letter, identity)).run(new Letters(log)::each);
                case Command.Repair(int partition) -> repair(partition, asked.by());
            };
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "Command " + asked.id() + " failed; it can be asked for again.", failed);
            result = new Result(false, "It failed and can be asked for again: " + Reason.of(failed) + ".");
        }
        LOG.log(System.Logger.Level.INFO, "Command {0}: {1}", asked.id(), result.sentence());
        commands.end(asked.id(), result.done(), result.sentence(), time.instant());
    }

    private Result repair(int partition, String by) {
        long begins = new RangeReader(log).beginning(partition);
        return switch (store.giveUpTo(partition, begins, identity, by, time.instant())) {
            case Repaired.GaveUp(long from, long to) -> {
                LOG.log(System.Logger.Level.WARNING, "Partition {0} gives up {1} to {2}.", partition, from, to - 1);
                yield new Result(true, "Partition %d goes on at %d; %d records, from %d on, are given up."
                        .formatted(partition, to, to - from, from));
            }
            case Repaired.Refused(String why) -> new Result(false, "Refused: " + why + ".");
        };
    }
}
