package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.Mentions;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.persister.store.entity.BatchTooLarge;

/**
 * Keeps one row for each user whom the current text of a message mentions; none for its sender, and none for a message
 * that was revoked or could not be stored. Everyone are those who are members when the row is written. Nothing is done
 * for messages that mention nobody.
 */
final class MentionRows {

    /** MySQL limits the size of a statement. */
    private static final int AT_ONCE = 500;

    /** Everyone are up to 1,000 rows, and a statement has a limit of time. */
    private static final int EVERYONE_AT_ONCE = 10;

    /** How many records of a batch may mention everyone, because a transaction has a limit of time. */
    static final int MOST_WITH_EVERYONE = 50;

    private static final String BY_NAME = """
            ) n STRAIGHT_JOIN message m ON m.conversation_id = n.c AND m.pos = n.p
            WHERE m.state = 0 AND m.sender_id <> n.u""";
    private static final String INSERT =
            "INSERT IGNORE INTO mention (conversation_id, pos, user_id, ts) SELECT m.conversation_id, m.pos, ";

    private final EntityManager rows;

    MentionRows(EntityManager rows) {
        this.rows = rows;
    }

    /** @throws BatchTooLarge if the records mention everyone too often for one transaction */
    static void requireFew(List<Appended> records) {
        int found = 0;
        for (var record : records) {
            if (record.entry().mentions().everyone() != null && ++found > MOST_WITH_EVERYONE)
                throw new BatchTooLarge(record.offset());
        }
    }

    /** @param mentions of messages whose rows are written, and which have no mention rows yet */
    void add(Map<ChangeTarget, Mentions> mentions) {
        if (mentions.isEmpty()) return;
        var byName = new ArrayList<List<Object>>();
        var everyone = new ArrayList<List<Object>>();
        mentions.forEach((message, mentioned) -> {
            long conversation = message.conversation().value();
            long pos = message.pos().value();
            mentioned.users().forEach(user -> byName.add(List.of(conversation, pos, user.value())));
            if (mentioned.everyone() != null) everyone.add(List.of(conversation, pos));
        });
        for (var some : parts(byName, AT_ONCE)) {
            new TupleQuery(
                            rows,
                            INSERT + "n.u, m.ts FROM (",
                            "SELECT ? AS c, ? AS p, ? AS u",
                            " UNION ALL ",
                            BY_NAME,
                            some)
                    .update();
        }
        for (var some : parts(everyone, EVERYONE_AT_ONCE)) {
            new TupleQuery(rows, INSERT + """
                                    b.user_id, m.ts FROM message m
                                    STRAIGHT_JOIN membership b ON b.conversation_id = m.conversation_id
                                    WHERE b.role IS NOT NULL AND b.user_id <> m.sender_id AND m.state = 0 AND (""", "(m.conversation_id = ? AND m.pos = ?)", " OR ", ")", some).update();
        }
    }

    /** Deletes the rows of these messages. */
    void delete(Collection<ChangeTarget> messages) {
        if (messages.isEmpty()) return;
        new TupleQuery(
                        rows,
                        "DELETE FROM mention WHERE ",
                        "(conversation_id = ? AND pos = ?)",
                        " OR ",
                        "",
                        keys(messages))
                .update();
    }

    /** Rewrites the rows of these messages from their stored text and edits, in whatever order those were stored. */
    void refresh(Set<ChangeTarget> messages) {
        if (messages.isEmpty()) return;
        delete(messages);
        var current = new HashMap<ChangeTarget, Mentions>();
        new TupleQuery(
                        rows,
                        "SELECT conversation_id, pos, mentions FROM message WHERE ",
                        "(conversation_id = ? AND pos = ?)",
                        " OR ",
                        "",
                        keys(messages))
                .each(row -> current.put(
                        new ChangeTarget(new ConversationId(row.getLong(1)), new Position(row.getLong(2))),
                        Mentions.ofColumn(row.getString(3))));
        // The last edit wins.
        new TupleQuery(
                        rows,
                        "SELECT conversation_id, target, mentions FROM message_event FORCE INDEX (message_event_target)"
                                + " WHERE kind = 'edited' AND (",
                        "(conversation_id = ? AND target = ?)",
                        " OR ",
                        ") ORDER BY at",
                        keys(messages))
                .each(row -> current.replace(
                        new ChangeTarget(new ConversationId(row.getLong(1)), new Position(row.getLong(2))),
                        Mentions.ofColumn(row.getString(3))));
        current.values().removeIf(Mentions::isNone);
        add(current);
    }

    private static List<List<Object>> keys(Collection<ChangeTarget> messages) {
        return messages.stream()
                .map(message -> List.<Object>of(
                        message.conversation().value(), message.pos().value()))
                .toList();
    }

    private static List<List<List<Object>>> parts(List<List<Object>> tuples, int atOnce) {
        var parts = new ArrayList<List<List<Object>>>();
        for (int from = 0; from < tuples.size(); from += atOnce)
            parts.add(tuples.subList(from, Math.min(tuples.size(), from + atOnce)));
        return parts;
    }
}
