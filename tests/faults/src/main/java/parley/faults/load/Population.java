package parley.faults.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parley.cluster.client.Person;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Membership;

/** The users and their conversations. */
record Population(List<SimulatedUser> users, List<SimulatedConversation> conversations) {

    private static final int CONCURRENT = 6;
    private static final int ATTEMPTS = 1_000;

    /** Registers all users and creates their conversations. */
    static Population create(List<Node> nodes, ClientPoolSettings settings, History history, long seed) {
        var users = users(nodes, settings.users(), "crowd");
        var random = new Random(seed);
        var pairs = List.copyOf(pairs(settings, random));
        var groups = IntStream.range(0, settings.groups())
                .mapToObj(i -> members(users, settings.groupSize(), random))
                .toList();
        var conversations = new ArrayList<>(concurrently(pairs.size(), i -> {
            var pair = pairs.get(i);
            return direct(node(nodes, i), users.get(pair.getFirst()), users.get(pair.getLast()), history);
        }));
        conversations.addAll(
                concurrently(groups.size(), i -> group(node(nodes, i), "group " + i, groups.get(i), history)));
        return new Population(users, conversations);
    }

    static List<SimulatedUser> users(List<Node> nodes, int count, String name) {
        return concurrently(count, i -> new SimulatedUser(Person.register(node(nodes, i), name)));
    }

    /** A conversation of each of the others with {@code one}. */
    static List<SimulatedConversation> directs(
            List<Node> nodes, SimulatedUser one, List<SimulatedUser> others, History history) {
        return concurrently(others.size(), i -> direct(node(nodes, i), others.get(i), one, history));
    }

    /** Someone who is certainly no member now; preferably someone who was. */
    SimulatedUser outsider(LoadContext context, SimulatedConversation conversation) {
        var former = context.history().formerMembers(conversation.id());
        return former.isEmpty() ? stranger(context, conversation) : user(context.anyOf(former));
    }

    private SimulatedUser user(long id) {
        return users.stream().filter(user -> user.id() == id).findFirst().orElseThrow();
    }

    private SimulatedUser stranger(LoadContext context, SimulatedConversation conversation) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var user = context.anyOf(users);
            if (!context.history().wasEverMember(conversation.id(), user.id())) return user;
        }
        throw new IllegalStateException("everybody is a member of conversation " + conversation.id());
    }

    private static Node node(List<Node> nodes, int i) {
        return nodes.get(i % nodes.size());
    }

    /** Starts with a ring, so that every user has a conversation. */
    private static HashSet<List<Integer>> pairs(ClientPoolSettings settings, Random random) {
        int users = settings.users();
        long possible = (long) users * (users - 1) / 2;
        var pairs = new HashSet<List<Integer>>();
        for (int i = 0; pairs.size() < Math.min(settings.directs(), possible); i++) {
            int one = i < users ? i : random.nextInt(users);
            int other = i < users ? (i + 1) % users : random.nextInt(users);
            if (one != other) pairs.add(List.of(Math.min(one, other), Math.max(one, other)));
        }
        return pairs;
    }

    private static List<SimulatedUser> members(List<SimulatedUser> users, int size, Random random) {
        var shuffled = new ArrayList<>(users);
        Collections.shuffle(shuffled, random);
        return new ArrayList<>(shuffled.subList(0, size));
    }

    private static SimulatedConversation direct(Node node, SimulatedUser one, SimulatedUser other, History history) {
        long id = one.person().direct(node, other.person());
        return conversation(id, false, new ArrayList<>(List.of(one, other)), history);
    }

    private static SimulatedConversation group(Node node, String title, List<SimulatedUser> members, History history) {
        var others = members.stream().skip(1).map(SimulatedUser::person).toArray(Person[]::new);
        return conversation(members.getFirst().person().group(node, title, others), true, members, history);
    }

    private static SimulatedConversation conversation(
            long id, boolean group, List<SimulatedUser> members, History history) {
        var owner = members.getFirst();
        members.forEach(
                member -> history.membership(new Membership(id, owner.id(), member.id(), Membership.INITIAL, true)));
        return new SimulatedConversation(id, group, owner, members);
    }

    private static <T> List<T> concurrently(int count, IntFunction<T> creation) {
        try (var threads = Executors.newFixedThreadPool(CONCURRENT)) {
            var created = new ArrayList<T>();
            for (var each : threads.invokeAll(IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> creation.apply(i))
                    .toList())) created.add(each.get());
            return created;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("users or conversations cannot be created", failed);
        }
    }
}
