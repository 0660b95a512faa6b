package parley.domain.log.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import parley.domain.log.entity.LogPosition;
import parley.domain.sql.DatabaseFailure;

/** Reads how far the log is stored in the database. */
@Stateless
public class LogPositions {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * One for each partition that the persister has started on. Chat nodes probe the database with this call every
     * second, so a failure must not be logged here.
     *
     * @throws DatabaseFailure if the database is unavailable
     */
    public List<LogPosition> all() {
        try {
            return rows.createQuery("SELECT p FROM LogPosition p ORDER BY p.partition", LogPosition.class)
                    .getResultList();
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }
}
