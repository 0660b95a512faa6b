package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;

/** A page of what is stored, with how far the database was when it was read. */
@Stateless
public class StoredPages {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    Messages messages;

    /** @param nextOffset read before the rows: every row of a record below it is in {@code views} if it is in range */
    public record StoredPage(long nextOffset, List<MessageView> views) {}

    public StoredPage read(ConversationId conversation, Range range, int partition, int epoch) {
        var next = rows.createQuery(
                        "SELECT p.nextOffset FROM LogPosition p WHERE p.partition = :partition AND p.epoch = :epoch", Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .getResultStream()
                .findFirst()
                .orElse(0L);
        return new StoredPage(next, messages.page(conversation, range));
    }
}
