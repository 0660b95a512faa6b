package parley.domain.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.control.MessageFolding;
import parley.domain.message.entity.MessageKey;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;

/** Lists the stored messages that mention a user. */
@Stateless
public class MentionQueries {

    // The index has the order of the list. Without the hints, the optimizer may read all mentions of the user and sort
    // them.
    private static final String PLACES = """
            SELECT x.conversation_id, x.pos
            FROM mention x FORCE INDEX (mention_time)
            STRAIGHT_JOIN membership m
              ON m.conversation_id = x.conversation_id AND m.user_id = x.user_id AND m.role IS NOT NULL
            WHERE x.user_id = ?1 AND x.ts <= ?2
              AND (x.pos >= m.joined_pos OR EXISTS (
                SELECT 1 FROM conversation c WHERE c.id = x.conversation_id AND c.history = 'all'))
              AND (x.ts < ?2 OR x.conversation_id < ?3 OR (x.conversation_id = ?3 AND x.pos < ?4))
            ORDER BY x.ts DESC, x.conversation_id DESC, x.pos DESC LIMIT ?5""";

    private static final DateTimeFormatter SQL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * @param nextOffsets by partition, read before the rows
     * @param views newest first, with their stored changes folded in. A message that is revoked while the list is read
     *     is still among them, without body, so that its place counts
     */
    public record StoredMentions(Map<Integer, Long> nextOffsets, List<MessageView> views) {}

    /**
     * A page of the messages that mention {@code user} that the user may read, in
     * conversations that the user is a member of. It continues after
     * the message at {@code ts}, {@code conversation} and {@code pos}, in the order of the list.
     *
     * @param epoch of the log
     */
    public StoredMentions page(UserId user, Instant ts, long conversation, long pos, int limit, int epoch) {
        var stored = nextOffsets(epoch);
        List<?> found = rows.createNativeQuery(PLACES)
                .setParameter(1, user.value())
                .setParameter(2, SQL_TIME.format(ts))
                .setParameter(3, conversation)
                .setParameter(4, pos)
                .setParameter(5, limit)
                .getResultList();
        var places = found.stream().map(row -> key((Object[]) row)).toList();
        if (places.isEmpty()) return new StoredMentions(stored, List.of());
        var views = folded(messages(places), places);
        return new StoredMentions(
                stored,
                places.stream().map(views::get).filter(view -> view != null).toList());
    }

    private Map<Integer, Long> nextOffsets(int epoch) {
        return rows.createQuery(
                        "SELECT p.partition, p.nextOffset FROM LogPosition p WHERE p.epoch = :epoch", Object[].class)
                .setParameter("epoch", epoch)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    private Stream<MessageView> messages(List<MessageKey> places) {
        var sql = "SELECT m.* FROM message m WHERE " + each(places, "m.pos");
        return rows.createNativeQuery(sql, StoredMessage.class).getResultList().stream()
                .map(row -> MessageView.of(((StoredMessage) row).message()));
    }

    private Map<MessageKey, MessageView> folded(Stream<MessageView> messages, List<MessageKey> places) {
        var sql =
                "SELECT e.* FROM message_event e FORCE INDEX (message_event_target) WHERE e.kind NOT IN ('member', 'changed') AND ("
                        + each(places, "e.target") + ") ORDER BY e.at";
        List<?> events = rows.createNativeQuery(sql, StoredEvent.class).getResultList();
        // Positions are unique within a conversation only.
        var changes = events.stream()
                .map(row -> ((StoredEvent) row).event())
                .collect(Collectors.groupingBy(event -> event.conversation()));
        var views = new HashMap<MessageKey, MessageView>();
        messages.collect(Collectors.groupingBy(MessageView::conversation))
                .forEach((conversation, some) -> MessageFolding.fold(
                                some, changes.getOrDefault(conversation, List.of()))
                        .forEach(view -> views.put(MessageKey.of(conversation, view.pos()), view)));
        return views;
    }

    /** A condition that matches these places; numbers only. */
    private static String each(List<MessageKey> places, String column) {
        var alias = column.substring(0, 1);
        return places.stream()
                .map(place -> "(" + alias + ".conversation_id = " + place.conversationId() + " AND " + column + " = "
                        + place.pos() + ")")
                .collect(Collectors.joining(" OR "));
    }

    private static MessageKey key(Object[] row) {
        return MessageKey.of(
                new ConversationId(((Number) row[0]).longValue()), new Position(((Number) row[1]).longValue()));
    }
}
