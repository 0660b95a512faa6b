package parley.bench.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Messages of one cell on their way through sender's node, broker, the nodes that read them and the persister, event by
 * event: what queues before what. One core of a node is for the thread that reads the log, the rest for everything else.
 */
public final class Simulation {

    private static final long HIGHEST_MICROS = 60_000_000;

    private record Event(double at, DoubleConsumer work) {}

    /** @param from the sender's node */
    private record Message(double sent, int from) {}

    /** @param busiest what had the most to do, and how much of its time */
    public record Outcome(double p50Millis, double p99Millis, String busiest, double utilisation) {}

    private final CostsOfAMessage costs;
    private final Cluster cluster;
    private final Random random = new Random(7);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
    private final List<QueueingStation> nodes;
    private final List<QueueingStation> readers;
    private final QueueingStation broker;
    private final QueueingStation persister;
    private final QueueingStation database;

    private Simulation(CostsOfAMessage costs, Cluster cluster) {
        this.costs = costs;
        this.cluster = cluster;
        nodes = stations("chat node", cluster.cores() - 1);
        readers = stations("the thread that reads the log", 1);
        broker = new QueueingStation("broker", cluster.cores());
        persister = new QueueingStation("persister", cluster.cores());
        database = new QueueingStation("database", cluster.cores());
    }

    private List<QueueingStation> stations(String name, int servers) {
        return IntStream.range(0, cluster.cellNodes())
                .mapToObj(i -> new QueueingStation(name, servers))
                .toList();
    }

    /** @param perSecond messages of all cells together, at random moments */
    public static Outcome run(CostsOfAMessage costs, Cluster cluster, double perSecond, int messages) {
        return new Simulation(costs, cluster).run(perSecond * cluster.cellNodes() / cluster.nodes(), messages);
    }

    private Outcome run(double perSecond, int messages) {
        double at = 0;
        for (int i = 0; i < messages; i++) {
            at += -Math.log(1 - random.nextDouble()) * 1e6 / perSecond;
            at(at, this::send);
        }
        for (var event = events.poll(); event != null; event = events.poll()) event.work.accept(event.at);
        var all = new ArrayList<>(List.of(broker, persister, database));
        Stream.of(nodes, readers).forEach(all::addAll);
        var busiest = all.stream()
                .max(Comparator.comparingDouble(QueueingStation::utilisation))
                .orElseThrow();
        return new Outcome(
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                busiest.toString(),
                busiest.utilisation());
    }

    private void at(double time, DoubleConsumer work) {
        events.add(new Event(time, work));
    }

    private void send(double now) {
        var message = new Message(now, random.nextInt(nodes.size()));
        at(nodes.get(message.from).serve(now, costs.intake()), taken -> append(message, taken));
    }

    private void append(Message message, double now) {
        int fetches = 1 + (cluster.owned() ? 1 : nodes.size()); // the persister's, and the nodes'
        at(broker.serve(now, costs.broker() + costs.fetch() * fetches), appended -> read(message, appended));
    }

    private void read(Message message, double now) {
        at(persister.serve(now, costs.store()), stored -> database.serve(stored, costs.insert()));
        var here = new int[nodes.size()];
        for (int i = 0; i < cluster.receivers(); i++) here[random.nextInt(here.length)]++;
        if (cluster.owned()) {
            int owner = random.nextInt(nodes.size());
            at(readers.get(owner).serve(now, costs.read()), read -> handOver(message, owner, here, read));
            return;
        }
        for (int i = 0; i < here.length; i++) {
            int node = i;
            at(readers.get(i).serve(now, costs.read()), read -> deliver(message, node, here[node], read));
        }
    }

    /** To the nodes of the receivers, and to the sender's for its answer: a frame each, and each takes a record in. */
    private void handOver(Message message, int owner, int[] here, double now) {
        for (int i = 0; i < here.length; i++) {
            int node = i;
            if (i == owner) {
                deliver(message, node, here[node], now);
            } else if (here[i] > 0 || i == message.from) {
                at(
                        nodes.get(owner).serve(now, costs.deliver()),
                        said -> at(
                                nodes.get(node).serve(said, costs.read()),
                                heard -> deliver(message, node, here[node], heard)));
            }
        }
    }

    private void deliver(Message message, int node, int receivers, double now) {
        double last = now;
        for (int i = 0; i < receivers; i++) last = nodes.get(node).serve(now, costs.deliver());
        if (receivers > 0) latencies.recordValue(Math.min(HIGHEST_MICROS, (long) (last - message.sent)));
    }
}
