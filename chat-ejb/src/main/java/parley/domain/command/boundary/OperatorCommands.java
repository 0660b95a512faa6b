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
import parley.domain.command.entity.Asked;
import parley.domain.command.entity.Command;
import parley.domain.command.entity.OperatorCommand;

/** Commands on their way from operators to a persister. */
@Stateless
public class OperatorCommands {

    /** Far above the time between two words of a persister that works on it. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** @return its id */
    public long ask(Command command, String by, Instant now) {
        var asked = new OperatorCommand(command, by, now);
        rows.persist(asked);
        rows.flush();
        return asked.asked().id();
    }

    /** The newest first. */
    public List<Asked> latest(int limit) {
        return rows.createQuery("SELECT c FROM OperatorCommand c ORDER BY c.id DESC", OperatorCommand.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(OperatorCommand::asked)
                .toList();
    }

    /** The oldest that nobody works on; whoever gets it here has it alone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Asked> take(Instant now) {
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

    /** @param progress how far it is, in a sentence; with that nobody else takes it for abandoned */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void goesOn(long id, String progress, Instant now) {
        rows.find(OperatorCommand.class, id, LockModeType.PESSIMISTIC_WRITE).goesOn(progress, now);
    }

    /** @param done whether it was carried out, or refused */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void end(long id, boolean done, String result, Instant now) {
        rows.find(OperatorCommand.class, id, LockModeType.PESSIMISTIC_WRITE).end(done, result, now);
    }
}
