package parley.system.unread;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Random random;
    private final UnreadModel model = new UnreadModel();
    private final UnreadHistory history = new UnreadHistory();
    private final List<UnreadUser> users = new ArrayList<>();
    private final List<Long> conversations = new ArrayList<>();

    /** Of the groups whose new members read from the record of joining on. */
    private final Set<Long> fromJoining = new HashSet<>();

    private volatile List<Node> nodes;

    UnreadUsers(TestCluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
        nodes = cluster.chats();
        var persons =
                NAMES.stream().map(name -> Person.register(cluster.one(), name)).toList();
        var ids = persons.stream().map(Person::id).toList();
        for (var access : List.of("all", "joined")) {
            long id = group(persons.getFirst(), access, ids.subList(1, ids.size()));
            if (access.equals("joined")) fromJoining.add(id);
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
                    person, persons, groups, List.copyOf(conversations), model, history, nodes, random.nextLong()));
    }

    private long group(Person owner, String access, List<Long> others) {
        var body = Json.of("title", "unread", "visibility", "public", "history", access, "members", others);
        return owner.at(cluster.one())
                .post("/api/conversations", body)
                .as(201)
                .path("id")
                .asLong();
    }

    List<UnreadDevice> devices() {
        return users.stream().flatMap(user -> user.devices().stream()).toList();
    }

    void note(String what) {
        history.add(what);
    }

    /** The nodes that are up. */
    void use(List<Node> up) {
        nodes = up;
        users.forEach(user -> user.use(up));
    }

    /** Those at other nodes, and so that each node has some. */
    void reconnectDevices() {
        users.forEach(UnreadUser::reconnectDevices);
    }

    void databaseIsLost(boolean now) {
        users.forEach(user -> user.databaseIsLost(now));
    }

    /** @param midway runs in the middle of it */
    void operate(int operations, Runnable midway) {
        int when = random.nextInt(operations * users.size());
        var made = new AtomicInteger();
        Runnable after = () -> {
            if (made.getAndIncrement() == when) midway.run();
        };
        TestCluster.atOnce(users.stream()
                .<Runnable>map(user -> () -> user.operate(operations, after))
                .toArray(Runnable[]::new));
        reconnectDevices();
    }

    void check(String when, boolean isStored) {
        var check = check(when);
        users.forEach(user -> check.nodes(user, nodes));
        users.forEach(check::devices);
        if (isStored) users.forEach(check::database);
    }

    /** What nodes count without the database may be too low, but devices go on by frames. */
    void checkWithoutDatabase(String when) {
        users.forEach(check(when)::heldByDevices);
    }

    private UnreadCheck check(String when) {
        return new UnreadCheck(cluster, model, history, conversations, fromJoining, when);
    }

    /** How often each operation was made. */
    Map<Operation, Integer> done() {
        var all = new EnumMap<Operation, Integer>(Operation.class);
        users.stream()
                .map(UnreadUser::done)
                .flatMap(each -> each.entrySet().stream())
                .forEach(each -> all.merge(each.getKey(), each.getValue(), Integer::sum));
        return all;
    }

    @Override
    public void close() {
        users.forEach(UnreadUser::close);
    }
}
