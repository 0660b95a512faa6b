package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/** Reads stored messages, in keyset pages only. */
@Stateless
public class MessageQueries {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** The visible messages of a range, oldest first, with their stored changes folded in. */
    public List<MessageView> page(ConversationId conversation, PageRange range) {
        var messages = messages(conversation, range).map(m -> MessageView.of(m.message()));
        var notices = notices(conversation, range).flatMap(MessageFolding::shown);
        var page = Stream.concat(messages, notices)
                .sorted(range.newestFirst() ? PageRange.NEWEST_FIRST : PageRange.OLDEST_FIRST)
                .limit(range.limit())
                .sorted(Comparator.comparing(MessageView::pos))
                .toList();
        var targets = page.stream().map(view -> view.pos().value()).toList();
        return MessageFolding.fold(page, changes(conversation, targets));
    }

    /** The messages at these positions with their stored changes folded in; changes of the conversation are left out. */
    public List<MessageView> at(ConversationId conversation, Collection<Position> positions) {
        if (positions.isEmpty()) return List.of();
        var values = positions.stream().map(Position::value).toList();
        var found = rows.createQuery("""
                        SELECT m FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.key.pos IN :positions""", StoredMessage.class)
                .setParameter("conversation", conversation.value())
                .setParameter("positions", values)
                .getResultStream()
                .map(m -> MessageView.of(m.message()))
                .toList();
        return MessageFolding.fold(found, changes(conversation, values));
    }

    /**
     * The first message that was appended at {@code start} or later. Append times increase with the positions, so a
     * binary search by the primary key finds it; an index on times would make every insert more expensive.
     */
    public Optional<Position> firstFrom(ConversationId conversation, Instant start) {
        var first = next(conversation, 0);
        if (first.isEmpty()) return Optional.empty();
        if (!first.get().ts.isBefore(start)) return Optional.of(new Position(first.get().pos));
        long before = first.get().pos;
        long end = rows.createQuery(
                                "SELECT MAX(m.key.pos) FROM StoredMessage m WHERE m.key.conversationId = :conversation",
                                Long.class)
                        .setParameter("conversation", conversation.value())
                        .getSingleResult()
                + 1;
        Position found = null;
        while (end - before > 1) {
            long middle = before + (end - before) / 2;
            var place = next(conversation, middle);
            if (place.isPresent() && place.get().ts.isBefore(start)) {
                before = place.get().pos;
            } else {
                if (place.isPresent()) found = new Position(place.get().pos);
                end = middle;
            }
        }
        return Optional.ofNullable(found);
    }

    private record Appended(long pos, Instant ts) {}

    /** The message at {@code from}, or the first one after it. */
    private Optional<Appended> next(ConversationId conversation, long from) {
        return rows.createQuery("""
                        SELECT m.key.pos, m.ts FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.key.pos >= :from ORDER BY m.key.pos""", Object[].class)
                .setParameter("conversation", conversation.value())
                .setParameter("from", from)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Appended((Long) row[0], (Instant) row[1]))
                .findFirst();
    }

    /** Finds the message or event that was accepted earlier with this idempotency key. */
    public Optional<AppendResult> findAccepted(ConversationId conversation, UserId actor, Cid cid) {
        var message = rows.createQuery("""
                        SELECT m FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.senderId = :actor AND m.cid = :cid""", StoredMessage.class)
                .setParameter("conversation", conversation.value())
                .setParameter("actor", actor.value())
                .setParameter("cid", cid.bytes())
                .getResultStream()
                .map(m -> new AppendResult(m.message().pos(), m.message().ts()))
                .findFirst();
        if (message.isPresent()) return message;
        return rows.createQuery("""
                        SELECT e FROM StoredEvent e
                        WHERE e.key.conversationId = :conversation AND e.actorId = :actor AND e.cid = :cid""", StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("actor", actor.value())
                .setParameter("cid", cid.bytes())
                .getResultStream()
                .map(e -> new AppendResult(e.event().at(), e.event().ts()))
                .findFirst();
    }

    private Stream<StoredMessage> messages(ConversationId conversation, PageRange range) {
        return rows.createQuery(
                        "SELECT m FROM StoredMessage m WHERE m.key.conversationId = :conversation"
                                + " AND m.key.pos > :after AND m.key.pos < :before ORDER BY m.key.pos "
                                + (range.newestFirst() ? "DESC" : "ASC"),
                        StoredMessage.class)
                .setParameter("conversation", conversation.value())
                .setParameter("after", range.after())
                .setParameter("before", range.before())
                .setMaxResults(range.limit())
                .getResultStream();
    }

    private Stream<LoggedEvent> notices(ConversationId conversation, PageRange range) {
        return rows.createQuery(
                        "SELECT e FROM StoredEvent e WHERE e.key.conversationId = :conversation"
                                + " AND e.key.pos > :after AND e.key.pos < :before"
                                + " AND e.kind IN ('member', 'changed') AND e.shown = TRUE ORDER BY e.key.pos "
                                + (range.newestFirst() ? "DESC" : "ASC"),
                        StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("after", range.after())
                .setParameter("before", range.before())
                .setMaxResults(range.limit())
                .getResultStream()
                .map(StoredEvent::event);
    }

    private List<LoggedEvent> changes(ConversationId conversation, Collection<Long> targets) {
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
}
