package parley.persister.store.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import parley.domain.sql.DatabaseFailure;
import parley.persister.store.control.PlaceWriter;
import parley.persister.store.entity.MemberChange;

/** Stores read places. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReceiptStore {

    @Inject
    EntityManager rows;

    /**
     * Moves places. A receipt that is not later than the last stored one of its member changes nothing, so receipts
     * that Kafka redelivers, or that another persister has stored, do no harm.
     *
     * @param changes at most one per member
     */
    public void store(Collection<MemberChange> changes) {
        try {
            new PlaceWriter(rows).receipts(changes);
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }
}
