package parley.domain.log.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.log.entity.LogPosition;

/** How far the database is in the log. */
@Stateless
public class LogPositions {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** One for each partition that the persister has begun. */
    public List<LogPosition> all() {
        return rows.createQuery("SELECT p FROM LogPosition p ORDER BY p.partition", LogPosition.class)
                .getResultList();
    }
}
