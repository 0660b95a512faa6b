package parley.system.unread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.system.unread.UnreadModel.Count;
import parley.system.unread.UnreadModel.Member;

/** Compares list and totals of each node, the places of each device, and the rows of the database with the model. */
final class UnreadCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Shown(long place, Count count) {}

    private record Totals(Count unread, Count muted) {}

    private final TestCluster cluster;
    private final UnreadModel model;
    private final List<Long> conversations;
    private final Set<Long> fromJoining;
    private final String when;

    UnreadCheck(TestCluster cluster, UnreadModel model, List<Long> conversations, Set<Long> fromJoining, String when) {
        this.cluster = cluster;
        this.model = model;
        this.conversations = conversations;
        this.fromJoining = fromJoining;
        this.when = when;
    }

    void check(UnreadUser user, List<Node> nodes) {
        var expected = expected(user);
        Eventually.holds(PATIENCE, () -> {
            for (var node : nodes) {
                var as = "%s: %s at node %s".formatted(when, user.person().username(), node);
                assertThat(listed(user, node)).as(as).isEqualTo(expected);
                assertThat(totals(user, node)).as(as + ", totals").isEqualTo(totals(user, expected));
            }
            for (var device : user.devices()) {
                var as = "%s: the device of %s at node %s"
                        .formatted(when, user.person().username(), device.node());
                expected.forEach(
                        (conversation, shown) -> assertThat(model.normal(conversation, device.place(conversation)))
                                .as("%s, conversation %d", as, conversation)
                                .isEqualTo(shown.place));
            }
        });
    }

    /** By conversation. */
    private Map<Long, Shown> expected(UnreadUser user) {
        var expected = new HashMap<Long, Shown>();
        for (long id : conversations) {
            var member = new Member(id, user.person().id());
            if (model.isMember(member)) expected.put(id, shown(member));
        }
        return expected;
    }

    private Shown shown(Member member) {
        boolean joined = fromJoining.contains(member.conversation());
        return shown(member.conversation(), model.place(member, joined), model.count(member, joined));
    }

    private Shown shown(long conversation, long place, Count count) {
        return new Shown(model.normal(conversation, place), count);
    }

    private Map<Long, Shown> listed(UnreadUser user, Node node) {
        var shown = new HashMap<Long, Shown>();
        for (var item : user.person()
                .at(node)
                .get("/api/conversations?limit=200")
                .as(200)
                .path("items")) {
            long id = item.path("id").asLong();
            shown.put(id, shown(id, item.path("read").asLong(), count(item)));
        }
        return shown;
    }

    private Totals totals(UnreadUser user, Map<Long, Shown> expected) {
        var totals = new Totals(new Count(0, 0), new Count(0, 0));
        for (var each : expected.entrySet()) {
            var count = each.getValue().count;
            totals = model.isMuted(new Member(each.getKey(), user.person().id()))
                    ? new Totals(totals.unread, totals.muted.plus(count))
                    : new Totals(totals.unread.plus(count), totals.muted);
        }
        return totals;
    }

    private static Totals totals(UnreadUser user, Node node) {
        var shown = user.person().at(node).get("/api/unread").as(200);
        return new Totals(count(shown), count(shown.path("muted")));
    }

    private static Count count(JsonNode shown) {
        return new Count(shown.path("unread").asLong(), shown.path("mentions").asLong());
    }

    /** What the rows say, without the product. */
    void database(List<UnreadUser> users) {
        for (var user : users) {
            var expected = expected(user);
            Eventually.holds(
                    PATIENCE,
                    () -> assertThat(stored(user))
                            .as("%s: %s in the database"
                                    .formatted(when, user.person().username()))
                            .isEqualTo(expected));
        }
    }

    private Map<Long, Shown> stored(UnreadUser user) {
        long id = user.person().id();
        var ids = conversations.stream().map(String::valueOf).toList();
        var stored = new HashMap<Long, Shown>();
        for (var row : cluster.rows()
                .select(
                        "SELECT conversation_id, read_pos, joined_pos FROM membership WHERE role IS NOT NULL AND user_id = "
                                + id + " AND conversation_id IN (" + String.join(",", ids) + ")")) {
            long conversation = number(row.get(0));
            long joined = fromJoining.contains(conversation) ? number(row.get(2)) : 0;
            long place = Math.max(number(row.get(1)), joined - 1);
            var after =
                    " FROM message m WHERE m.state = 0 AND m.conversation_id = %d AND m.pos > %d AND m.sender_id <> %d"
                            .formatted(conversation, place, id);
            stored.put(
                    conversation, shown(conversation, place, new Count(one(after), mentions(after, conversation, id))));
        }
        return stored;
    }

    private long mentions(String after, long conversation, long user) {
        return one(after + " AND EXISTS (SELECT 1 FROM mention n JOIN membership s"
                + " ON s.conversation_id = n.conversation_id AND s.user_id = n.user_id WHERE n.conversation_id = "
                + conversation + " AND n.pos = m.pos AND n.pos > s.entered_pos AND n.user_id = " + user + ")");
    }

    private long one(String from) {
        return number(new ArrayList<>(cluster.rows().select("SELECT COUNT(*)" + from))
                .getFirst()
                .getFirst());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
