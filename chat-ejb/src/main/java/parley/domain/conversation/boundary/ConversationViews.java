package parley.domain.conversation.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.domain.account.entity.AppUser;
import parley.domain.conversation.entity.Conversation;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.Membership;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.StoredMessage;

/** What people see of their conversations, as far as the database has it: a page is three queries, not one a row. */
@Stateless
public class ConversationViews {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * A page of somebody's conversations, newest activity first.
     *
     * @param at where the page before ended: the last activity of its last conversation
     * @param id and the id of that
     */
    public List<ConversationView> page(UserId me, Instant at, long id, int limit) {
        var found = rows.createQuery("""
                        SELECT c, m FROM Conversation c, Membership m
                        WHERE m.key.userId = :me AND m.key.conversationId = c.id AND m.role IS NOT NULL
                          AND (c.lastAt < :at OR (c.lastAt = :at AND c.id < :id))
                        ORDER BY c.lastAt DESC, c.id DESC""", Object[].class)
                .setParameter("me", me.value())
                .setParameter("at", at)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
        return views(found);
    }

    /** Empty also for a stranger. */
    public Optional<ConversationView> find(ConversationId conversation, UserId me) {
        var found = rows.createQuery("""
                        SELECT c, m FROM Conversation c, Membership m
                        WHERE c.id = :id AND m.key.conversationId = c.id AND m.key.userId = :me AND m.role IS NOT NULL""", Object[].class)
                .setParameter("id", conversation.value())
                .setParameter("me", me.value())
                .getResultList();
        return views(found).stream().findFirst();
    }

    /** A page of members by user id. */
    public List<ConversationView.Member> members(ConversationId conversation, long after, int limit) {
        return rows.createQuery("""
                        SELECT m, u FROM Membership m, AppUser u
                        WHERE m.key.conversationId = :id AND m.role IS NOT NULL AND m.key.userId > :after
                          AND u.id = m.key.userId
                        ORDER BY m.key.userId""", Object[].class)
                .setParameter("id", conversation.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(pair -> member((Membership) pair[0], (AppUser) pair[1]))
                .toList();
    }

    private List<ConversationView> views(List<Object[]> found) {
        var shown = found.stream()
                .map(pair -> (Conversation) pair[0])
                .filter(c -> c.kind() == ConversationKind.DIRECT
                        || c.memberCount() <= ConversationView.MOST_MEMBERS_SHOWN)
                .map(c -> c.id().value())
                .toList();
        var members = membersOf(shown);
        var last = lastOf(found.stream().map(pair -> ((Conversation) pair[0]).id().value()).toList());
        return found.stream()
                .map(pair -> view((Conversation) pair[0], (Membership) pair[1], members, last))
                .toList();
    }

    private static ConversationView view(
            Conversation c,
            Membership mine,
            Map<ConversationId, List<ConversationView.Member>> members,
            Map<ConversationId, MessageView> last) {
        return new ConversationView(
                c.id(),
                c.kind(),
                c.title(),
                c.memberCount(),
                members.getOrDefault(c.id(), List.of()),
                last.get(c.id()),
                c.lastPos(),
                c.lastAt(),
                mine.readPos(),
                Math.max(0, c.lastSeq() - mine.readSeq()));
    }

    private Map<ConversationId, List<ConversationView.Member>> membersOf(Collection<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        return rows.createQuery("""
                        SELECT m, u FROM Membership m, AppUser u
                        WHERE m.key.conversationId IN :ids AND m.role IS NOT NULL AND u.id = m.key.userId
                        ORDER BY m.key.userId""", Object[].class)
                .setParameter("ids", conversations)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        pair -> ((Membership) pair[0]).conversation(),
                        Collectors.mapping(
                                pair -> member((Membership) pair[0], (AppUser) pair[1]), Collectors.toList())));
    }

    private Map<ConversationId, MessageView> lastOf(Collection<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        return rows.createQuery("""
                        SELECT s FROM StoredMessage s, Conversation c
                        WHERE c.id IN :ids AND s.key.conversationId = c.id AND s.key.pos = c.lastPos""", StoredMessage.class)
                .setParameter("ids", conversations)
                .getResultStream()
                .map(stored -> MessageView.of(stored.posted()))
                .collect(Collectors.toMap(MessageView::conversation, view -> view));
    }

    private static ConversationView.Member member(Membership membership, AppUser user) {
        var person = user.person();
        return new ConversationView.Member(
                person.id(), person.username(), person.displayName(), membership.role(), membership.readPos());
    }
}
