package parley.system.unread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;
import parley.system.unread.UnreadModel.Count;
import parley.system.unread.UnreadModel.Member;

/** Compares list and totals of each node, what each device holds, and the rows of the database with the model. */
final class UnreadCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Shown(long place, Count count) {}

    private record Totals(Count unread, Count muted) {}

    private final TestCluster cluster;
    private final UnreadModel model;
    private final UnreadHistory history;
    private final List<Long> conversations;
    private final Set<Long> fromJoining;
    private final String when;

    UnreadCheck(
            TestCluster cluster,
            UnreadModel model,
            UnreadHistory history,
            List<Long> conversations,
            Set<Long> fromJoining,
            String when) {
        this.cluster = cluster;
        this.model = model;
        this.history = history;
        this.conversations = conversations;
        this.fromJoining = fromJoining;
        this.when = when;
    }

    void nodes(UnreadUser user, List<Node> nodes) {
        var expected = expected(user);
        for (var node : nodes)
            Eventually.holds(PATIENCE, () -> {
                same("node " + node, user, listed(user, node), expected);
                assertThat(totals(user, node))
                        .as("%s: totals of %s at node %s", when, name(user), node)
                        .isEqualTo(totals(user, expected));
            });
    }

    void devices(UnreadUser user) {
        var expected = expected(user);
        for (var device : user.devices())
            Eventually.holds(PATIENCE, () -> {
                device.refresh();
                var held = new HashMap<Long, Shown>();
                for (long id : expected.keySet()) {
                    // First the count: the answer to a question can move the place.
                    var count = device.count(id);
                    held.put(id, shown(id, device.place(id), count));
                }
                same("device at " + device.node(), user, held, expected);
            });
    }

    /** Only what was loaded with the database, and kept by frames since. */
    void heldByDevices(UnreadUser user) {
        var expected = expected(user);
        for (var device : user.devices()) {
            if (!device.isExact()) continue;
            Eventually.holds(PATIENCE, () -> {
                var held = new HashMap<Long, Shown>();
                expected.forEach((id, shown) ->
                        held.put(id, shown(id, device.place(id), device.held(id).orElse(shown.count))));
                same("device at " + device.node() + " without database", user, held, expected);
            });
        }
    }

    /** What the rows say, without the product. */
    void database(UnreadUser user) {
        var expected = expected(user);
        Eventually.holds(PATIENCE, () -> same("database", user, stored(user), expected));
    }

    private void same(String where, UnreadUser user, Map<Long, Shown> actual, Map<Long, Shown> expected) {
        var all = new TreeSet<>(expected.keySet());
        all.addAll(actual.keySet());
        for (long id : all) {
            var is = actual.get(id);
            var should = expected.get(id);
            assertThat(is).as(() -> different(where, user, id, is, should)).isEqualTo(should);
        }
    }

    private String different(String where, UnreadUser user, long conversation, Shown is, Shown should) {
        long after = Math.min(is == null ? 0 : is.place, should == null ? 0 : should.place);
        var member = new Member(conversation, user.person().id());
        return "%s: conversation %d of %s, %s%n%s%n"
                .formatted(when, conversation, name(user), where, history.of(member, after));
    }

    private static String name(UnreadUser user) {
        return user.person().username() + " (" + user.person().id() + ")";
    }

    /** By conversation. */
    private Map<Long, Shown> expected(UnreadUser user) {
        var expected = new HashMap<Long, Shown>();
        for (long id : conversations) {
            var member = new Member(id, user.person().id());
            boolean joined = fromJoining.contains(id);
            if (model.isMember(member))
                expected.put(id, shown(id, model.place(member, joined), model.count(member, joined)));
        }
        return expected;
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

    private Map<Long, Shown> stored(UnreadUser user) {
        var stored = new HashMap<Long, Shown>();
        StoredCounts.of(cluster.rows(), user.person().id(), conversations, fromJoining)
                .forEach((id, row) -> stored.put(id, shown(id, row.place(), row.count())));
        return stored;
    }
}
