package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Happened;
import parley.domain.message.entity.Posted;
import parley.domain.message.entity.StoredMessage;

/** What is stored after a place that a client holds everything up to. */
@Stateless
public class StoredCatchUp {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    Messages messages;

    /** @param nextOffset read before the rows */
    public record CatchUp(long nextOffset, List<Posted> messages, List<Happened> events) {}

    public CatchUp after(ConversationId conversation, Position pos, int partition, int epoch, int limit) {
        long next = rows.createQuery(
                        "SELECT p.nextOffset FROM LogPosition p WHERE p.partition = :partition AND p.epoch = :epoch", Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .getResultStream()
                .findFirst()
                .orElse(0L);
        var posted = rows.createQuery("""
                        SELECT m FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.key.pos > :after
                        ORDER BY m.key.pos""", StoredMessage.class)
                .setParameter("conversation", conversation.value())
                .setParameter("after", pos.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(StoredMessage::posted)
                .toList();
        var events = messages.eventsAfter(conversation, pos, limit).stream()
                .filter(StoredCatchUp::isShown)
                .toList();
        return new CatchUp(next, posted, events);
    }

    private static boolean isShown(Happened event) {
        return !(event.detail() instanceof EventDetail.MemberChanged member) || member.shown();
    }
}
