package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import parley.domain.conversation.entity.Conversation;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;
import parley.persister.store.entity.Member;

/** Reads the rows that a batch may duplicate or refer to, with one query per kind. */
public final class ExistingRows {

    // Each key is looked up in the index; a batch of any size is one parameter. The index is forced because with old
    // statistics, from when a conversation had one row, the optimizer scans all of its rows.
    private static final String TAKEN = """
            SELECT t.conversation_id, t.%2$s, t.cid, t.%3$s
            FROM JSON_TABLE(?, '$[*]' COLUMNS (c BIGINT PATH '$[0]', a BIGINT PATH '$[1]', cid CHAR(32) PATH '$[2]')) n
            STRAIGHT_JOIN %1$s t FORCE INDEX (%1$s_once) ON t.conversation_id = n.c AND t.%2$s = n.a AND t.cid = UNHEX(n.cid)""";
    private static final String MESSAGES = TAKEN.formatted("message", "sender_id", "pos");
    private static final String EVENTS = TAKEN.formatted("message_event", "actor_id", "at");
    private static final String REVOKED =
            "SELECT DISTINCT conversation_id, target FROM message_event FORCE INDEX (message_event_target) WHERE kind = 'revoked' AND (";

    private static final String JOINED =
            "SELECT conversation_id, user_id, joined_version FROM membership FORCE INDEX (PRIMARY) WHERE ";

    private static final HexFormat HEX = HexFormat.of();

    private final EntityManager rows;

    public ExistingRows(EntityManager rows) {
        this.rows = rows;
    }

    BatchClassification classify(List<Appended> records) {
        var entries = records.stream().map(Appended::entry).toList();
        return BatchClassification.of(
                records,
                taken(entries.stream().map(EntryKey::of).collect(Collectors.toSet())),
                revoked(entries.stream()
                        .flatMap(entry -> ChangeTarget.of(entry).stream())
                        .collect(Collectors.toSet())));
    }

    /** The keys that are already stored, with their positions. */
    public Map<EntryKey, Position> taken(Set<EntryKey> keys) {
        var taken = new HashMap<EntryKey, Position>();
        if (keys.isEmpty()) return taken;
        var all = new StringJoiner(",", "[", "]");
        for (var key : keys) {
            all.add("[" + key.conversation().value() + ',' + key.actor().value() + ",\""
                    + HEX.formatHex(key.cid().bytes()) + "\"]");
        }
        var parameter = List.of(List.<Object>of(all.toString()));
        new TupleQuery(rows, MESSAGES, "", "", "", parameter).each(row -> take(taken, row));
        new TupleQuery(rows, EVENTS, "", "", "", parameter).each(row -> take(taken, row));
        return taken;
    }

    /** The targets that are revoked. */
    public Set<ChangeTarget> revoked(Set<ChangeTarget> targets) {
        var revoked = new HashSet<ChangeTarget>();
        if (targets.isEmpty()) return revoked;
        var tuples = targets.stream()
                .map(target -> List.<Object>of(
                        target.conversation().value(), target.pos().value()))
                .toList();
        new TupleQuery(rows, REVOKED, "(conversation_id = ? AND target = ?)", " OR ", ")", tuples)
                .each(row -> revoked.add(
                        new ChangeTarget(new ConversationId(row.getLong(1)), new Position(row.getLong(2)))));
        return revoked;
    }

    /** Which of the member records are those with which users joined. */
    Joins joins(List<Appended> records) {
        var members = records.stream()
                .flatMap(record -> Joins.member(record.entry()).stream())
                .collect(Collectors.toSet());
        var versions = new HashMap<Member, Long>();
        if (members.isEmpty()) return new Joins(versions);
        var tuples = members.stream()
                .map(member -> List.<Object>of(member.conversation(), member.user()))
                .toList();
        new TupleQuery(rows, JOINED, "(conversation_id = ? AND user_id = ?)", " OR ", "", tuples)
                .each(row -> versions.put(new Member(row.getLong(1), row.getLong(2)), row.getLong(3)));
        return new Joins(versions);
    }

    /** Returns managed entities, because storing a batch updates them. */
    public Map<ConversationId, Conversation> conversations(Set<ConversationId> ids) {
        if (ids.isEmpty()) return Map.of();
        return rows.createQuery("SELECT c FROM Conversation c WHERE c.id IN :ids", Conversation.class)
                .setParameter("ids", ids.stream().map(ConversationId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Conversation::id, conversation -> conversation));
    }

    private static void take(Map<EntryKey, Position> taken, ResultSet row) throws SQLException {
        var key = new EntryKey(new ConversationId(row.getLong(1)), new UserId(row.getLong(2)), Cid.of(row.getBytes(3)));
        taken.put(key, new Position(row.getLong(4)));
    }
}
