package parley.domain.log.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.log.entity.LogPosition;

/** Reads how far the log is stored in the database. */
@Stateless
public class LogPositions {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** One for each partition that the persister has started on. */
    public List<LogPosition> all() {
        return rows.createQuery("SELECT p FROM LogPosition p ORDER BY p.partition", LogPosition.class)
                .getResultList();
    }
}
