package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.message.control.Folding;
import parley.domain.message.entity.Accepted;
import parley.domain.message.entity.Happened;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Range;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/** Reads stored messages, in keyset pages only. */
@Stateless
public class Messages {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** The visible messages of a range, oldest first, with their stored changes folded in. */
    public List<MessageView> page(ConversationId conversation, Range range) {
        var messages = messages(conversation, range).map(m -> MessageView.of(m.posted()));
        var members = memberEvents(conversation, range).flatMap(Folding::shown);
        var page = Stream.concat(messages, members)
                .sorted(range.newestFirst() ? Range.NEWEST_FIRST : Range.OLDEST_FIRST)
                .limit(range.limit())
                .sorted(Comparator.comparing(MessageView::pos))
                .toList();
        var targets = page.stream().map(view -> view.pos().value()).toList();
        return Folding.fold(page, changes(conversation, targets));
    }

    /** Finds the message or event that was accepted earlier with this idempotency key. */
    public Optional<Accepted> accepted(ConversationId conversation, UserId actor, Cid cid) {
        var message = rows.createQuery("""
                        SELECT m FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.senderId = :actor AND m.cid = :cid""", StoredMessage.class)
                .setParameter("conversation", conversation.value())
                .setParameter("actor", actor.value())
                .setParameter("cid", cid.bytes())
                .getResultStream()
                .map(m -> new Accepted(m.posted().pos(), m.posted().ts()))
                .findFirst();
        if (message.isPresent()) return message;
        return rows.createQuery("""
                        SELECT e FROM StoredEvent e
                        WHERE e.key.conversationId = :conversation AND e.actorId = :actor AND e.cid = :cid""", StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("actor", actor.value())
                .setParameter("cid", cid.bytes())
                .getResultStream()
                .map(e -> new Accepted(e.happened().at(), e.happened().ts()))
                .findFirst();
    }

    private Stream<StoredMessage> messages(ConversationId conversation, Range range) {
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

    private Stream<Happened> memberEvents(ConversationId conversation, Range range) {
        return rows.createQuery(
                        "SELECT e FROM StoredEvent e WHERE e.key.conversationId = :conversation"
                                + " AND e.key.pos > :after AND e.key.pos < :before"
                                + " AND e.kind = 'member' AND e.shown = TRUE ORDER BY e.key.pos "
                                + (range.newestFirst() ? "DESC" : "ASC"),
                        StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("after", range.after())
                .setParameter("before", range.before())
                .setMaxResults(range.limit())
                .getResultStream()
                .map(StoredEvent::happened);
    }

    private List<Happened> changes(ConversationId conversation, Collection<Long> targets) {
        if (targets.isEmpty()) return List.of();
        return rows.createQuery("""
                        SELECT e FROM StoredEvent e
                        WHERE e.key.conversationId = :conversation AND e.target IN :targets AND e.kind <> 'member'
                        ORDER BY e.key.pos""", StoredEvent.class)
                .setParameter("conversation", conversation.value())
                .setParameter("targets", targets)
                .getResultStream()
                .map(StoredEvent::happened)
                .toList();
    }
}
