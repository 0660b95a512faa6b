package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.conversation.entity.Conversation;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.record.Appended;
import parley.persister.store.entity.Named;
import parley.persister.store.entity.Target;

/** What the database knows of a batch: one query of each kind. */
public final class Known {

    private static final String MESSAGES = "SELECT conversation_id, sender_id, cid, pos FROM message WHERE ";
    private static final String EVENTS = "SELECT conversation_id, actor_id, cid, at FROM message_event WHERE ";
    private static final String REVOKED =
            "SELECT DISTINCT conversation_id, target FROM message_event WHERE kind = 'revoked' AND (";

    private final EntityManager rows;

    public Known(EntityManager rows) {
        this.rows = rows;
    }

    /** Parts records into what becomes a row and what does not. */
    Sorted sort(List<Appended> records) {
        var entries = records.stream().map(Appended::entry).toList();
        return Sorted.sort(
                records,
                taken(entries.stream().map(Named::of).collect(Collectors.toSet())),
                revoked(entries.stream().flatMap(entry -> Target.of(entry).stream()).collect(Collectors.toSet())));
    }

    /** Those of {@code names} that are taken, and where. */
    public Map<Named, Position> taken(Set<Named> names) {
        var taken = new HashMap<Named, Position>();
        if (names.isEmpty()) return taken;
        var tuples = names.stream()
                .map(name -> List.<Object>of(name.conversation().value(), name.actor().value(), name.cid().bytes()))
                .toList();
        var points = "(conversation_id = ? AND %s = ? AND cid = ?)";
        for (var row : select(MESSAGES, points.formatted("sender_id"), "", tuples)) take(taken, row);
        for (var row : select(EVENTS, points.formatted("actor_id"), "", tuples)) take(taken, row);
        return taken;
    }

    /** Those of {@code targets} that are revoked. */
    public Set<Target> revoked(Set<Target> targets) {
        var revoked = new HashSet<Target>();
        if (targets.isEmpty()) return revoked;
        var tuples = targets.stream()
                .map(target -> List.<Object>of(target.conversation().value(), target.pos().value()))
                .toList();
        for (var row : select(REVOKED, "(conversation_id = ? AND target = ?)", ")", tuples)) {
            revoked.add(new Target(new ConversationId(number(row[0])), new Position(number(row[1]))));
        }
        return revoked;
    }

    /** Managed: their last places move with the batch. */
    public Map<ConversationId, Conversation> conversations(Set<ConversationId> ids) {
        if (ids.isEmpty()) return Map.of();
        return rows.createQuery("SELECT c FROM Conversation c WHERE c.id IN :ids", Conversation.class)
                .setParameter("ids", ids.stream().map(ConversationId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Conversation::id, conversation -> conversation));
    }

    private static void take(Map<Named, Position> taken, Object[] row) {
        var name = new Named(new ConversationId(number(row[0])), new UserId(number(row[1])), Cid.of((byte[]) row[2]));
        taken.put(name, new Position(number(row[3])));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> select(String head, String point, String tail, Collection<List<Object>> tuples) {
        var sql = new ManyRows(head).each(tuples.size(), point, " OR ").end(tail);
        return ManyRows.fill(rows.createNativeQuery(sql), tuples).getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
