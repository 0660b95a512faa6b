package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.domain.identity.ConversationId;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageKey;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/** Reads all stored messages, page by page, for what is built from them. */
@Stateless
public class AllMessages {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** Before the first message. */
    public static final MessageKey START = new MessageKey(0, 0);

    /**
     * The messages after {@code after}, by conversation and position, with their stored changes folded in.
     *
     * @return fewer than {@code limit} at the end
     */
    public List<MessageView> after(MessageKey after, int limit) {
        // Two queries, because MySQL reads a range of the primary key for each of them, but not for both as one.
        var page = new ArrayList<>(messages(
                "m.key.conversationId = :conversation AND m.key.pos > :pos",
                after.conversationId(),
                after.pos(),
                limit));
        if (page.size() < limit)
            page.addAll(messages(
                    "m.key.conversationId > :conversation AND m.key.pos >= :pos",
                    after.conversationId(),
                    0,
                    limit - page.size()));
        return page.isEmpty() ? page : folded(page);
    }

    private List<MessageView> messages(String where, long conversation, long pos, int limit) {
        return rows.createQuery(
                        "SELECT m FROM StoredMessage m WHERE " + where + " ORDER BY m.key.conversationId, m.key.pos",
                        StoredMessage.class)
                .setParameter("conversation", conversation)
                .setParameter("pos", pos)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> MessageView.of(row.message()))
                .toList();
    }

    private List<MessageView> folded(List<MessageView> page) {
        var changes = changes(page.getFirst(), page.getLast());
        if (changes.isEmpty()) return page;
        // Positions are unique within a conversation only.
        var byConversation = changes.stream().collect(Collectors.groupingBy(LoggedEvent::conversation));
        var folded = new ArrayList<MessageView>(page.size());
        int from = 0;
        while (from < page.size()) {
            var conversation = page.get(from).conversation();
            int to = from;
            while (to < page.size() && page.get(to).conversation().equals(conversation)) to++;
            folded.addAll(MessageFolding.fold(page.subList(from, to), of(conversation, byConversation)));
            from = to;
        }
        return folded;
    }

    private static List<LoggedEvent> of(ConversationId conversation, Map<ConversationId, List<LoggedEvent>> changes) {
        return changes.getOrDefault(conversation, List.of());
    }

    /** Of the messages between these two, in log order within each conversation. */
    private List<LoggedEvent> changes(MessageView first, MessageView last) {
        boolean isOne = first.conversation().equals(last.conversation());
        var where = isOne ? "e.key.conversationId = :first AND e.target BETWEEN :from AND :to" : """
                (e.key.conversationId = :first AND e.target >= :from
                  OR e.key.conversationId > :first AND e.key.conversationId < :last
                  OR e.key.conversationId = :last AND e.target <= :to)""";
        var query = rows.createQuery(
                        "SELECT e FROM StoredEvent e WHERE " + where
                                + " AND e.kind NOT IN ('member', 'changed') ORDER BY e.key.conversationId, e.key.pos",
                        StoredEvent.class)
                .setParameter("first", first.conversation().value())
                .setParameter("from", first.pos().value())
                .setParameter("to", last.pos().value());
        if (!isOne) query.setParameter("last", last.conversation().value());
        return query.getResultStream().map(StoredEvent::event).toList();
    }
}
