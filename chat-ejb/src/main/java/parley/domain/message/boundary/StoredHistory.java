package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;

/** Reads a page of stored messages together with the {@code next_offset} that it reflects. */
@Stateless
public class StoredHistory {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    MessageQueries messages;

    /** @param nextOffset read before the rows: every row of a record below it is in {@code views} if it is in range */
    public record StoredPage(long nextOffset, List<MessageView> views) {}

    /** In one transaction with the check that {@code reader} is a member; empty if not. */
    public Optional<StoredPage> readFor(
            UserId reader, ConversationId conversation, PageRange range, int partition, int epoch) {
        var nextOffset = rows.createQuery("""
                        SELECT p.nextOffset FROM LogPosition p, Membership m
                        WHERE p.partition = :partition AND p.epoch = :epoch
                        AND m.key.conversationId = :conversation AND m.key.userId = :reader
                        AND m.role IS NOT NULL""", Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .getResultStream()
                .findFirst();
        if (nextOffset.isPresent())
            return Optional.of(new StoredPage(nextOffset.get(), messages.page(conversation, range)));
        // Nothing of this partition is stored yet, or the reader is not a member.
        boolean member = rows.createQuery("""
                        SELECT m.key.userId FROM Membership m
                        WHERE m.key.conversationId = :conversation AND m.key.userId = :reader AND m.role IS NOT NULL""", Long.class)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .getResultStream()
                .findFirst()
                .isPresent();
        return member ? Optional.of(read(conversation, range, partition, epoch)) : Optional.empty();
    }

    public StoredPage read(ConversationId conversation, PageRange range, int partition, int epoch) {
        var next = rows.createQuery(
                        "SELECT p.nextOffset FROM LogPosition p WHERE p.partition = :partition AND p.epoch = :epoch",
                        Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .getResultStream()
                .findFirst()
                .orElse(0L);
        return new StoredPage(next, messages.page(conversation, range));
    }
}
