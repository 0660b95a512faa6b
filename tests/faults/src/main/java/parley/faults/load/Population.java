package parley.faults.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import parley.cluster.client.Person;
import parley.cluster.server.Node;
import parley.faults.model.History;
import parley.faults.model.Membership;

/** Who there is, and who talks with whom. */
record Population(List<SimulatedUser> people, List<SimulatedConversation> talks) {

    private static final int AT_ONCE = 6;

    /** Registers and signs in everybody, and makes their conversations. */
    static Population found(List<Node> nodes, ClientPoolSettings settings, History history, long seed) {
        var people = all(
                settings.people(), i -> () -> new SimulatedUser(Person.register(nodes.get(i % nodes.size()), "crowd")));
        var random = new Random(seed);
        var pairs = new HashSet<List<Integer>>();
        long possible = (long) settings.people() * (settings.people() - 1) / 2;
        // A ring first, so that nobody is alone.
        for (int i = 0; pairs.size() < Math.min(settings.directs(), possible); i++) {
            int one = i < settings.people() ? i : random.nextInt(settings.people());
            int other = i < settings.people() ? (i + 1) % settings.people() : random.nextInt(settings.people());
            if (one != other) pairs.add(List.of(Math.min(one, other), Math.max(one, other)));
        }
        var directs = List.copyOf(pairs);
        var circles = IntStream.range(0, settings.groups())
                .mapToObj(i -> circle(people, settings.groupSize(), random))
                .toList();
        var talks = new ArrayList<>(all(
                directs.size(),
                i -> () -> direct(
                        nodes.get(i % nodes.size()),
                        people.get(directs.get(i).get(0)),
                        people.get(directs.get(i).get(1)),
                        history)));
        talks.addAll(all(
                circles.size(), i -> () -> group(nodes.get(i % nodes.size()), "group " + i, circles.get(i), history)));
        return new Population(people, talks);
    }

    /** More people. */
    static List<SimulatedUser> strangers(List<Node> nodes, int count) {
        return all(count, i -> () -> new SimulatedUser(Person.register(nodes.get(i % nodes.size()), "traveller")));
    }

    /** One conversation of each of the others with the one. */
    static List<SimulatedConversation> directs(
            List<Node> nodes, SimulatedUser one, List<SimulatedUser> others, History history) {
        return all(others.size(), i -> () -> direct(nodes.get(i % nodes.size()), others.get(i), one, history));
    }

    private static List<SimulatedUser> circle(List<SimulatedUser> people, int size, Random random) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        return new ArrayList<>(shuffled.subList(0, size));
    }

    private static SimulatedConversation direct(Node node, SimulatedUser one, SimulatedUser other, History history) {
        long id = one.person().direct(node, other.person());
        return talk(id, false, new ArrayList<>(List.of(one, other)), history);
    }

    private static SimulatedConversation group(Node node, String title, List<SimulatedUser> circle, History history) {
        var others = circle.stream().skip(1).map(SimulatedUser::person).toArray(Person[]::new);
        return talk(circle.getFirst().person().group(node, title, others), true, circle, history);
    }

    private static SimulatedConversation talk(long id, boolean group, List<SimulatedUser> members, History history) {
        var maker = members.getFirst();
        members.forEach(member -> history.membership(new Membership(id, maker.id(), member.id(), true, true)));
        return new SimulatedConversation(id, group, maker, members);
    }

    private static <T> List<T> all(int count, java.util.function.IntFunction<Callable<T>> making) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var made = new ArrayList<T>();
            for (var each :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(making).toList())) made.add(each.get());
            return made;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the crowd does not come together", failed);
        }
    }
}
