package parley.system.unread;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/**
 * Three users in two public groups, whose owner is the first of them, and in direct conversations with each other. The
 * operations of one user are made one after another, those of different users at the same time.
 */
final class UnreadUsers implements AutoCloseable {

    private static final List<String> NAMES = List.of("ada", "kim", "eve");

    private final TestCluster cluster;
    private final UnreadModel model = new UnreadModel();
    private final List<UnreadUser> users = new ArrayList<>();
    private final List<Long> conversations = new ArrayList<>();

    /** Of the groups whose new members read from the record of joining on. */
    private final Set<Long> fromJoining = new HashSet<>();

    private List<Node> nodes;

    UnreadUsers(TestCluster cluster, Random random) {
        this.cluster = cluster;
        nodes = cluster.chats();
        var persons =
                NAMES.stream().map(name -> Person.register(cluster.one(), name)).toList();
        var ids = persons.stream().map(Person::id).toList();
        for (var history : List.of("all", "joined")) {
            var body = Json.of(
                    "title",
                    "unread",
                    "visibility",
                    "public",
                    "history",
                    history,
                    "members",
                    ids.subList(1, ids.size()));
            long id = persons.getFirst()
                    .at(cluster.one())
                    .post("/api/conversations", body)
                    .as(201)
                    .path("id")
                    .asLong();
            if (history.equals("joined")) fromJoining.add(id);
            conversations.add(id);
            model.initially(id, ids);
        }
        var groups = List.copyOf(conversations);
        for (var pair : List.of(List.of(0, 1), List.of(1, 2))) {
            var one = persons.get(pair.getFirst());
            var other = persons.get(pair.getLast());
            long id = one.direct(cluster.one(), other);
            conversations.add(id);
            model.initially(id, List.of(one.id(), other.id()));
        }
        for (var person : persons)
            users.add(new UnreadUser(
                    person, persons, groups, List.copyOf(conversations), model, nodes, random.nextLong()));
    }

    /** The nodes that are up; devices of others connect to one of them. */
    void use(List<Node> up) {
        nodes = up;
        users.forEach(user -> user.use(up));
    }

    void operate(int operations) {
        TestCluster.atOnce(users.stream()
                .<Runnable>map(user -> () -> user.operate(operations))
                .toArray(Runnable[]::new));
    }

    void check(String when, boolean stored) {
        var check = new UnreadCheck(cluster, model, conversations, fromJoining, when);
        users.forEach(user -> check.check(user, nodes));
        if (stored) check.database(users);
    }

    /** How often each operation was made. */
    Map<Operation, Integer> done() {
        var all = new EnumMap<Operation, Integer>(Operation.class);
        users.forEach(user -> user.done().forEach((what, times) -> all.merge(what, times, Integer::sum)));
        return all;
    }

    @Override
    public void close() {
        users.forEach(UnreadUser::close);
    }
}
