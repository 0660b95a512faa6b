package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/** Counts and pages what is stored after the position up to which a client holds everything. */
@Stateless
public class CatchUpQueries {

    private static final String MESSAGES = """
            FROM StoredMessage m
            WHERE m.key.conversationId = :conversation AND m.key.pos > :after AND m.key.pos < :before ORDER BY m.key.pos""";

    private static final String EVENTS = """
            FROM StoredEvent e
            WHERE e.key.conversationId = :conversation AND e.key.pos > :after AND e.key.pos < :before
            AND (e.kind <> 'member' OR e.shown = TRUE) ORDER BY e.key.pos""";

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** @param nextOffset read before the rows: every row of a record below it was counted */
    public record Extent(long nextOffset, int items) {}

    /**
     * @param nextOffset read before the rows: every row of a record below it is in the page if it is in its range
     * @param changes all stored changes of the page's messages and of the targets of its events
     * @param more whether more follows
     */
    public record Page(
            long nextOffset,
            List<LoggedMessage> messages,
            List<LoggedEvent> events,
            List<LoggedEvent> changes,
            boolean more) {}

    /** When each of these conversations was last active. */
    public Map<ConversationId, Instant> lastActive(Collection<ConversationId> conversations) {
        var times = new HashMap<ConversationId, Instant>();
        if (conversations.isEmpty()) return times;
        rows.createQuery("SELECT c.id, c.lastAt FROM Conversation c WHERE c.id IN :ids", Object[].class)
                .setParameter(
                        "ids", conversations.stream().map(ConversationId::value).toList())
                .getResultList()
                .forEach(row -> times.put(new ConversationId((Long) row[0]), (Instant) row[1]));
        return times;
    }

    /** Counts what is stored between two positions, both exclusive, up to {@code most}. */
    public Extent extent(
            ConversationId conversation, Position after, Position before, int partition, int epoch, int most) {
        long next = nextOffset(partition, epoch);
        long end = before.value();
        int messages = within(
                        rows.createQuery("SELECT m.key.pos " + MESSAGES, Long.class), conversation, after, end, most)
                .getResultList()
                .size();
        int events = within(rows.createQuery("SELECT e.key.pos " + EVENTS, Long.class), conversation, after, end, most)
                .getResultList()
                .size();
        return new Extent(next, Math.min(most, messages + events));
    }

    public Page page(ConversationId conversation, Position after, int partition, int epoch, int limit) {
        long next = nextOffset(partition, epoch);
        var messages = within(
                        rows.createQuery("SELECT m " + MESSAGES, StoredMessage.class),
                        conversation,
                        after,
                        Long.MAX_VALUE,
                        limit + 1)
                .getResultStream()
                .map(StoredMessage::message)
                .toList();
        var events = within(
                        rows.createQuery("SELECT e " + EVENTS, StoredEvent.class),
                        conversation,
                        after,
                        Long.MAX_VALUE,
                        limit + 1)
                .getResultStream()
                .map(StoredEvent::event)
                .toList();
        boolean more = messages.size() + events.size() > limit;
        if (more) {
            var last = Stream.concat(
                            messages.stream().map(LoggedMessage::pos),
                            events.stream().map(LoggedEvent::at))
                    .sorted()
                    .skip(limit - 1L)
                    .findFirst()
                    .orElseThrow();
            messages = messages.stream()
                    .filter(message -> !message.pos().isAfter(last))
                    .toList();
            events = events.stream().filter(event -> !event.at().isAfter(last)).toList();
        }
        return new Page(next, messages, events, changes(conversation, messages, events), more);
    }

    private List<LoggedEvent> changes(
            ConversationId conversation, List<LoggedMessage> messages, List<LoggedEvent> events) {
        var targets = Stream.concat(
                        messages.stream().map(LoggedMessage::pos),
                        events.stream()
                                .map(LoggedEvent::detail)
                                .filter(EventDetail.OfMessage.class::isInstance)
                                .map(detail -> ((EventDetail.OfMessage) detail).target()))
                .map(Position::value)
                .collect(Collectors.toSet());
        if (targets.isEmpty()) return List.of();
        return rows.createQuery("""
                        SELECT e FROM StoredEvent e
                        WHERE e.key.conversationId = :conversation AND e.target IN :targets AND e.kind NOT IN ('member', 'changed')
                        ORDER BY e.key.pos""", StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("targets", targets)
                .getResultStream()
                .map(StoredEvent::event)
                .toList();
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

    private static <T> TypedQuery<T> within(
            TypedQuery<T> query, ConversationId conversation, Position after, long before, int most) {
        return query.setParameter("conversation", conversation.value())
                .setParameter("after", after.value())
                .setParameter("before", before)
                .setMaxResults(most);
    }
}
