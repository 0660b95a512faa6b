package parley.system.unread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.cluster.server.Rows;
import parley.system.unread.UnreadModel.Count;

/** What the rows of a member say, by questions that are simpler than those of the product. */
record StoredCounts(long place, Count count) {

    /**
     * By conversation.
     *
     * @param fromJoining the conversations that a member reads from the record of joining on
     */
    static Map<Long, StoredCounts> of(Rows rows, long user, List<Long> conversations, Set<Long> fromJoining) {
        var ids = conversations.stream().map(String::valueOf).collect(Collectors.joining(","));
        var stored = new HashMap<Long, StoredCounts>();
        for (var row : rows.select(
                "SELECT conversation_id, read_pos, joined_pos FROM membership WHERE role IS NOT NULL AND user_id = "
                        + user + " AND conversation_id IN (" + ids + ")")) {
            long conversation = number(row.get(0));
            long joined = fromJoining.contains(conversation) ? number(row.get(2)) : 0;
            long place = Math.max(number(row.get(1)), joined - 1);
            var after =
                    " FROM message m WHERE m.state = 0 AND m.conversation_id = %d AND m.pos > %d AND m.sender_id <> %d"
                            .formatted(conversation, place, user);
            var count = new Count(count(rows, after), count(rows, after + mentioning(conversation, user)));
            stored.put(conversation, new StoredCounts(place, count));
        }
        return stored;
    }

    private static String mentioning(long conversation, long user) {
        return " AND EXISTS (SELECT 1 FROM mention n JOIN membership s"
                + " ON s.conversation_id = n.conversation_id AND s.user_id = n.user_id WHERE n.conversation_id = "
                + conversation + " AND n.pos = m.pos AND n.pos > s.entered_pos AND n.user_id = " + user + ")";
    }

    private static long count(Rows rows, String from) {
        return number(rows.select("SELECT COUNT(*)" + from).getFirst().getFirst());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
