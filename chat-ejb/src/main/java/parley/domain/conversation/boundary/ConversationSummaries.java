package parley.domain.conversation.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.conversation.entity.Conversation;
import parley.domain.conversation.entity.ConversationSummary;

/** Lists all conversations for operators. */
@Stateless
public class ConversationSummaries {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** A page of all conversations, by id. */
    public List<ConversationSummary> page(long after, int limit) {
        return rows.createQuery("SELECT c FROM Conversation c WHERE c.id > :after ORDER BY c.id", Conversation.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(Conversation::summary)
                .toList();
    }
}
