package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.domain.group.HistoryAccess;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
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

    /**
     * @param nextOffset read before the rows: every row of a record below it is in {@code views} if it is in range
     * @param readFrom from which position on the reader may read
     */
    public record StoredPage(long nextOffset, List<MessageView> views, Position readFrom) {}

    /**
     * In one transaction with the check that {@code reader} may read the conversation; empty if not. What is before the
     * position from which on the reader may read is left out.
     */
    public Optional<StoredPage> readFor(
            UserId reader, ConversationId conversation, PageRange range, int partition, int epoch) {
        // The position is null while nothing of this partition is stored. Without the parentheses, EclipseLink reads
        // the
        // next LEFT as the function of that name.
        return rows.createQuery("""
                        SELECT p.nextOffset, m.role, m.joinedPos, c.visibility, c.history FROM Conversation c
                        LEFT JOIN Membership m ON (m.key.conversationId = c.id AND m.key.userId = :reader)
                        LEFT JOIN LogPosition p ON (p.partition = :partition AND p.epoch = :epoch)
                        WHERE c.id = :conversation""", Object[].class)
                .setParameter("partition", partition)
                .setParameter("epoch", epoch)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .getResultStream()
                .flatMap(row -> readFrom(row).stream()
                        .map(from -> new StoredPage(
                                row[0] == null ? 0 : (Long) row[0],
                                messages.page(conversation, range.from(from)),
                                from)))
                .findFirst();
    }

    private static Optional<Position> readFrom(Object[] row) {
        var joined = row[2] == null ? ReadLimit.NONE : new Position((Long) row[2]);
        return ReadLimit.of(
                Role.of((String) row[1]), joined, Visibility.of((String) row[3]), HistoryAccess.of((String) row[4]));
    }

    /** For a range that the reader may read. */
    public StoredPage read(ConversationId conversation, PageRange range, int partition, int epoch) {
        long next = nextOffset(partition, epoch);
        return new StoredPage(next, messages.page(conversation, range), ReadLimit.NONE);
    }

    /** The messages at these positions, which the reader may read, in no order. */
    public StoredPage at(ConversationId conversation, Collection<Position> positions, int partition, int epoch) {
        long next = nextOffset(partition, epoch);
        return new StoredPage(next, messages.at(conversation, positions), ReadLimit.NONE);
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
