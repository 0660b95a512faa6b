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
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/**
 * Reads users' conversations from the database, without unread counts; a page takes four queries, not one per row.
 */
@Stateless
public class ConversationViews {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * A page of a user's conversations, most recently active first.
     *
     * @param at the last activity of the previous page's last conversation
     * @param id the id of that conversation
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

    /** Empty if it does not exist, or {@code me} is not a member and it is not public. */
    public Optional<ConversationView> find(ConversationId conversation, UserId me) {
        var found = rows.createQuery("""
                        SELECT c, m FROM Conversation c
                        LEFT JOIN Membership m ON m.key.conversationId = c.id AND m.key.userId = :me AND m.role IS NOT NULL
                        WHERE c.id = :id""", Object[].class)
                .setParameter("id", conversation.value())
                .setParameter("me", me.value())
                .getResultList();
        return views(found).stream()
                .filter(view -> view.role() != null || view.attributes().isPublic())
                .findFirst();
    }

    /** A conversation as each of {@code users} sees it; users who are not members are left out. */
    public Map<UserId, ConversationView> forMembers(ConversationId conversation, Collection<UserId> users) {
        if (users.isEmpty()) return Map.of();
        var found = rows.createQuery("""
                        SELECT c, m FROM Conversation c, Membership m
                        WHERE c.id = :id AND m.key.conversationId = c.id AND m.key.userId IN :users AND m.role IS NOT NULL""", Object[].class)
                .setParameter("id", conversation.value())
                .setParameter("users", users.stream().map(UserId::value).toList())
                .getResultList();
        if (found.isEmpty()) return Map.of();
        var one = found.subList(0, 1);
        var members = membersOf(shown(one));
        var last = lastOf(List.of(conversation.value()));
        return found.stream()
                .collect(Collectors.toMap(
                        pair -> ((Membership) pair[1]).user(),
                        pair -> view((Conversation) pair[0], (Membership) pair[1], members, last)));
    }

    /** A page of members, ordered by user id. */
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

    /** The members who joined before what is at {@code pos}, ordered by user id, with how far they have read. */
    public List<ConversationView.Member> membersAt(ConversationId conversation, Position pos) {
        return rows.createQuery("""
                        SELECT m, u FROM Membership m, AppUser u
                        WHERE m.key.conversationId = :id AND m.role IS NOT NULL
                          AND (m.enteredPos = 0 OR m.enteredPos < :pos) AND u.id = m.key.userId
                        ORDER BY m.key.userId""", Object[].class)
                .setParameter("id", conversation.value())
                .setParameter("pos", pos.value())
                .getResultStream()
                .map(pair -> member((Membership) pair[0], (AppUser) pair[1]))
                .toList();
    }

    private List<ConversationView> views(List<Object[]> found) {
        var members = membersOf(shown(found));
        var last = lastOf(found.stream()
                .map(pair -> ((Conversation) pair[0]).id().value())
                .toList());
        return found.stream()
                .map(pair -> view((Conversation) pair[0], (Membership) pair[1], members, last))
                .toList();
    }

    /** The conversations whose members are listed. */
    private static List<Long> shown(List<Object[]> found) {
        return found.stream()
                .map(pair -> (Conversation) pair[0])
                .filter(c ->
                        c.kind() == ConversationKind.DIRECT || c.memberCount() <= ConversationView.MOST_MEMBERS_SHOWN)
                .map(c -> c.id().value())
                .toList();
    }

    /** @param mine null if the reader is not a member */
    private static ConversationView view(
            Conversation c,
            Membership mine,
            Map<ConversationId, List<ConversationView.Member>> members,
            Map<ConversationId, MessageView> last) {
        var role = mine == null ? null : mine.role();
        var readFrom = ReadLimit.of(role, mine == null ? ReadLimit.NONE : mine.joinedPos(), c.attributes())
                .orElse(ReadLimit.NOTHING);
        var shown = last.get(c.id());
        return new ConversationView(
                c.id(),
                c.kind(),
                c.attributes(),
                c.memberCount(),
                members.getOrDefault(c.id(), List.of()),
                shown == null || readFrom.isAfter(shown.pos()) ? null : shown,
                c.lastPos(),
                c.lastAt(),
                mine == null ? ReadPlace.UNKNOWN : mine.reading(),
                UnreadCount.NONE,
                role,
                readFrom);
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

    /** The last stored message of each conversation, with its changes folded in. */
    private Map<ConversationId, MessageView> lastOf(Collection<Long> conversations) {
        if (conversations.isEmpty()) return Map.of();
        var last = rows.createQuery("""
                        SELECT s FROM StoredMessage s, Conversation c
                        WHERE c.id IN :ids AND s.key.conversationId = c.id AND s.key.pos = c.lastPos""", StoredMessage.class)
                .setParameter("ids", conversations)
                .getResultStream()
                .collect(Collectors.toMap(StoredMessage::conversation, stored -> MessageView.of(stored.message())));
        if (last.isEmpty()) return last;
        rows.createQuery("""
                        SELECT e FROM StoredEvent e, Conversation c
                        WHERE c.id IN :ids AND e.key.conversationId = c.id AND e.target = c.lastPos
                        AND e.kind NOT IN ('member', 'changed')
                        ORDER BY e.key.pos""", StoredEvent.class)
                .setParameter(
                        "ids", last.keySet().stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(StoredEvent::event)
                .forEach(change -> last.computeIfPresent(change.conversation(), (id, view) -> view.with(change)));
        return last;
    }

    private static ConversationView.Member member(Membership membership, AppUser user) {
        var person = user.person();
        return new ConversationView.Member(
                person.id(), person.username(), person.displayName(), membership.role(), membership.seen());
    }
}
