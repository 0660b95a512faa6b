package parley.domain.command.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.CommandStatus;
import parley.domain.command.entity.OperatorCommand;

/** The queue of commands from operators to the persister. */
@Stateless
public class OperatorCommandQueue {

    /** Far longer than the interval between two progress reports of a persister that is working. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** @return the command's id */
    public long ask(Command command, String by, Instant now) {
        var asked = new OperatorCommand(command, by, now);
        rows.persist(asked);
        rows.flush();
        return asked.asked().id();
    }

    /** The latest commands, newest first. */
    public List<CommandStatus> latest(int limit) {
        return rows.createQuery("SELECT c FROM OperatorCommand c ORDER BY c.id DESC", OperatorCommand.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(OperatorCommand::asked)
                .toList();
    }

    /** Takes the oldest command that no persister is working on, exclusively. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<CommandStatus> take(Instant now) {
        var open = rows.createQuery(
                        "SELECT c FROM OperatorCommand c WHERE c.state IN ('asked', 'running') ORDER BY c.id",
                        OperatorCommand.class)
                .setMaxResults(20)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        var free = open.stream()
                .filter(command -> command.isFree(now.minus(ABANDONED)))
                .findFirst();
        free.ifPresent(command -> command.take(now));
        return free.map(OperatorCommand::asked);
    }

    /** @param progress the progress in a sentence; reporting it keeps the command from counting as abandoned */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordProgress(long id, String progress, Instant now) {
        rows.find(OperatorCommand.class, id, LockModeType.PESSIMISTIC_WRITE).recordProgress(progress, now);
    }

    /** @param done true if it was carried out, false if it was refused */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void end(long id, boolean done, String result, Instant now) {
        rows.find(OperatorCommand.class, id, LockModeType.PESSIMISTIC_WRITE).end(done, result, now);
    }
}
