package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
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
        // The position is null while nothing of this partition is stored.
        return rows
                .createQuery("""
                        SELECT p.nextOffset FROM Membership m
                        LEFT JOIN LogPosition p ON p.partition = :partition AND p.epoch = :epoch
                        WHERE m.key.conversationId = :conversation AND m.key.userId = :reader
                        AND m.role IS NOT NULL""", Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .getResultList()
                .stream()
                .map(Optional::ofNullable)
                .findFirst()
                .map(next -> new StoredPage(next.orElse(0L), messages.page(conversation, range)));
    }

    public StoredPage read(ConversationId conversation, PageRange range, int partition, int epoch) {
        long next = nextOffset(partition, epoch);
        return new StoredPage(next, messages.page(conversation, range));
    }

    /** The messages at these positions, in no order. */
    public StoredPage at(ConversationId conversation, Collection<Position> positions, int partition, int epoch) {
        long next = nextOffset(partition, epoch);
        return new StoredPage(next, messages.at(conversation, positions));
    }

    private long nextOffset(int partition, int epoch) {
        return rows.createQuery(
                        "SELECT p.nextOffset FROM LogPosition p WHERE p.partition = :partition AND p.epoch = :epoch",
                        Long.class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}
